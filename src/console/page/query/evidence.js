import { element, set, write } from '../element.js';
import { createFacts, panel } from '../panel.js';
import { text } from '../texts.js';

/** What proves the last exchange: to the register, and to a court. */
export function createEvidence() {
  const facts = createFacts(['xRoadId', 'requestHash', 'service', 'securityServer']);
  const verdict = element('p', { class: 'verdict-line' });
  const container = element('p', { class: 'soft' });
  const root = panel('evidence', { class: 'evidence' }, verdict, facts.element, container);
  return {
    element: root,
    draw({ attempts }) {
      const last = attempts.at(-1);
      root.hidden = last === undefined;
      if (last === undefined) return;
      facts.write({
        xRoadId: last.xRoadId,
        requestHash: last.requestHash ?? undefined,
        service: last.service,
        securityServer: last.securityServer ?? undefined,
      });
      set(verdict, 'data-state', last.hashConfirmed === null ? 'still' : last.hashConfirmed ? 'good' : 'bad');
      write(verdict, text(last.hashConfirmed === null ? 'hashNone' : last.hashConfirmed ? 'hashYes' : 'hashNo'));
      write(container, text('container', { id: last.xRoadId }));
    },
  };
}
