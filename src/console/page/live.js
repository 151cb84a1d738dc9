import { call } from './api.js';

/** After a lost connection. */
const AGAIN_MS = 3000;
const REMEMBERED = 'star-console-span';
export const SPANS = ['15m', '1h', '24h'];

/**
 * Follows the gateway's events over the chosen span; when they break off, asks why by a plain call, which can tell an ended session from a lost
 * connection.
 */
export function createLive({ onOverview, onHistory, onState, onProblem, mayGoOn }) {
  let source;
  let again;
  let wanted = false;
  let span = SPANS.includes(localStorage.getItem(REMEMBERED)) ? localStorage.getItem(REMEMBERED) : '1h';

  function rest() {
    source?.close();
    source = undefined;
    clearTimeout(again);
  }

  function watch() {
    rest();
    if (!wanted || document.visibilityState === 'hidden') return;
    source = new EventSource(`/console/api/events/${span}`);
    source.addEventListener('overview', (event) => {
      onOverview(JSON.parse(event.data));
      onState('live');
    });
    source.addEventListener('history', (event) => onHistory(JSON.parse(event.data), span));
    source.addEventListener('error', () => {
      rest();
      look();
    });
  }

  async function look() {
    if (!(await mayGoOn())) return;
    try {
      onOverview(await call('GET', '/console/api/registries'));
      onState('live');
      watch();
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) return onProblem(problem);
      onState('offline');
      clearTimeout(again);
      again = setTimeout(look, AGAIN_MS);
    }
  }

  document.addEventListener('visibilitychange', watch);
  return {
    start() {
      wanted = true;
      watch();
    },
    stop() {
      wanted = false;
      rest();
    },
    span: () => span,
    setSpan(chosen) {
      span = chosen;
      localStorage.setItem(REMEMBERED, chosen);
      watch();
    },
  };
}
