import { call } from '../api.js';
import { ask, REASON } from '../ask.js';
import { element, said } from '../element.js';
import { age, day, number, roughAge } from '../format.js';
import { createFacts, panel } from '../panel.js';
import { maySteer } from '../session.js';
import { text } from '../texts.js';

/** As many at a time as the gateway lets an operator ask for. */
const CONCURRENCY_AT_MOST = '200';

/** How a register stands at this moment, and how many are sent to it at a time. */
export function createRegisterNow({ registry, announce, refresh }) {
  const facts = createFacts([
    'waiting',
    'running',
    'retrying',
    'oldest',
    'lastSuccess',
    'breaker',
    'concurrency',
    'workers',
    'certificate',
  ]);
  const change = said('button', 'setConcurrency', { type: 'button', class: 'quiet small', hidden: !maySteer(), onclick: setConcurrency });
  let status;
  let at;
  let endsAt;

  async function setConcurrency() {
    const done = await ask({
      title: text('concurrencyTitle'),
      lead: text('concurrencyLead'),
      about: registry,
      fields: [
        {
          name: 'concurrency',
          label: 'concurrencyField',
          type: 'number',
          value: status?.concurrency ?? '',
          hint: 'concurrencyHint',
          attributes: { min: '1', max: CONCURRENCY_AT_MOST },
        },
        REASON,
      ],
      doing: text('save'),
      perform: ({ concurrency, reason }) =>
        call('PUT', `/console/api/registries/${registry}/concurrency`, {
          concurrency: Number.isNaN(concurrency) ? null : concurrency,
          reason,
        }),
    });
    if (done === undefined) return;
    announce(text('concurrencySaid'));
    await refresh();
  }

  function draw() {
    if (status === undefined) return;
    const since = (instant) => age(at - Date.parse(instant));
    facts.write({
      waiting: number(status.waiting),
      running: number(status.running),
      retrying: number(status.retrying),
      oldest: status.oldestWaitingSince === null ? text('none') : since(status.oldestWaitingSince),
      lastSuccess: status.lastSuccessAt === null ? text('never') : text('ago', { age: since(status.lastSuccessAt) }),
      breaker: breakerText(),
      concurrency: concurrencyText(),
      workers: number(status.workers),
      certificate: endsAt === undefined ? undefined : text('endsIn', { date: day(endsAt), age: roughAge(Date.parse(endsAt) - at) }),
    });
  }

  function breakerText() {
    const wait = status.breakerUntil === null ? 0 : Date.parse(status.breakerUntil) - at;
    if (status.breaker !== 'OPEN') return text(`breaker${status.breaker}`);
    return wait > 0 ? text('breakerOPEN', { age: age(wait) }) : text('breakerOPENnow');
  }

  function concurrencyText() {
    const { concurrency, effectiveConcurrency } = status;
    return effectiveConcurrency === concurrency
      ? number(concurrency)
      : text('concurrencyOf', { effective: number(effectiveConcurrency), concurrency: number(concurrency) });
  }

  return {
    element: panel('now', {}, facts.element, element('div', { class: 'buttons' }, change)),
    onStatus(next, moment) {
      status = next;
      at = moment;
      draw();
    },
    async look() {
      if (endsAt !== undefined) return;
      const { certificates } = await call('GET', '/console/api/health');
      endsAt = certificates?.own.endsAt;
      draw();
    },
    translate: draw,
  };
}
