import { element, keyedList, write, writeBreakable } from '../element.js';
import { bytes, duration, exactTime, roughAge } from '../format.js';
import { panel } from '../panel.js';
import { loggedName, stateName, text } from '../texts.js';

/** How an attempt's bar is coloured, by what came of it. */
const TONES = { ANSWERED: 'good', RETRY_WAIT: 'warn', HELD: 'warn' };

/** What has become of a query, in the order of time: its attempts, each with a bar as long as it took, and what the log has. */
export function createTimeline() {
  const list = element('ol', { class: 'timeline' });
  let longest = 1;
  let askedAt = 0;
  let now = 0;
  const draw = keyedList(
    list,
    ({ key }) => key,
    ({ kind }) => (kind === 'attempt' ? createAttempt() : createLine()),
  );

  function createAttempt() {
    const [when, what] = [element('span', { class: 'when mono' }), element('strong')];
    const bar = element('i', { class: 'took-bar', 'aria-hidden': 'true' });
    const took = element('span', { class: 'took' });
    const code = element('span', { class: 'mono' });
    const outcome = element('span', { class: 'word' });
    const more = element('span', { class: 'soft' });
    const detail = element('span', { class: 'soft mono detail' });
    const ids = element('span', { class: 'soft mono id' });
    return {
      element: element(
        'li',
        { class: 'attempt' },
        when,
        element(
          'div',
          {},
          element('p', { class: 'line' }, what, outcome, code),
          element('p', { class: 'track' }, bar, took),
          element('p', { class: 'line' }, more),
          detail,
          ids,
        ),
      ),
      update({ one }) {
        write(when, offset(one.sentAt));
        write(what, text(one.purpose === 'READ_BACK' ? 'readBack' : 'attempt', { n: one.attempt }));
        const ended = one.receivedAt !== null;
        const ms = (ended ? Date.parse(one.receivedAt) : now) - Date.parse(one.sentAt);
        const lost = !ended && one.deadline !== null && now > Date.parse(one.deadline);
        bar.style.width = `${Math.max(0.5, (Math.min(ms, longest) / longest) * 100)}%`;
        bar.dataset.state = ended ? (TONES[one.outcome] ?? 'bad') : 'still';
        outcome.dataset.state = bar.dataset.state;
        write(outcome, ended ? stateName(one.outcome) : text(lost ? 'notTold' : 'underWay'));
        write(took, ended ? duration(ms) : '');
        writeBreakable(code, one.code ?? '');
        write(
          more,
          [
            text('sizeSent', { size: bytes(one.requestBytes) }),
            one.responseBytes === null ? '' : text('sizeReceived', { size: bytes(one.responseBytes) }),
            one.deadline === null ? '' : text('deadlineAt', { time: exactTime(one.deadline) }),
            one.mayHaveRun === null ? '' : text(one.mayHaveRun ? 'ranYes' : 'ranNo'),
          ]
            .filter((each) => each !== '')
            .join(' · '),
        );
        write(detail, one.detail ?? '');
        write(ids, `${one.service} · ${one.xRoadId}`);
      },
    };
  }

  function createLine() {
    const [when, what] = [element('span', { class: 'when mono' }), element('span')];
    const by = element('span', { class: 'soft' });
    const reason = element('q', { class: 'reason' });
    return {
      element: element('li', { class: 'logged' }, when, element('div', {}, element('p', { class: 'line' }, what, by), reason)),
      update({ one }) {
        write(when, offset(one.at));
        write(what, [loggedName(one.action), one.code ?? ''].filter((each) => each !== '').join(' · '));
        write(by, one.by);
        write(reason, one.reason ?? '');
        reason.hidden = one.reason === null;
      },
    };
  }

  /** The time of day, and how long after the question. */
  function offset(instant) {
    const after = Date.parse(instant) - askedAt;
    return after < 1000 ? exactTime(instant) : `${exactTime(instant)} +${roughAge(after)}`;
  }

  return {
    element: panel('timeline', {}, list),
    draw(query) {
      askedAt = Date.parse(query.askedAt);
      now = Date.parse(query.at);
      const lasted = ({ sentAt, receivedAt }) => (receivedAt === null ? now : Date.parse(receivedAt)) - Date.parse(sentAt);
      longest = Math.max(1, ...query.attempts.filter(({ receivedAt }) => receivedAt !== null).map(lasted));
      const attempts = query.attempts.map((one) => ({ key: `attempt ${one.attempt}`, kind: 'attempt', at: one.sentAt, one }));
      const lines = query.trail.map((one, n) => ({ key: `line ${n}`, kind: 'line', at: one.at, one }));
      draw([...lines, ...attempts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
    },
  };
}
