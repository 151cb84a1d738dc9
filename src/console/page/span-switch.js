import { element, said, set } from './element.js';
import { SPANS } from './live.js';

/** How far back the charts look: one choice for the whole console. */
export function createSpanSwitch(live) {
  const buttons = SPANS.map((span) =>
    said('button', `span${span}`, {
      type: 'button',
      'aria-pressed': String(span === live.span()),
      'data-span': span,
      onclick: () => {
        live.setSpan(span);
        for (const each of buttons) set(each, 'aria-pressed', String(each.dataset.span === span));
      },
    }),
  );
  return element('div', { class: 'segments', role: 'group', 'data-name': 'span' }, ...buttons);
}
