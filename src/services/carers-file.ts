import type { Carer } from './care-facts.ts';
import { carerAnswer } from './carer-answer.ts';
import { HooldajaHooldused as contracted } from './generated/star.ts';

/**
 * What `base64` of a result holds, PROPOSED (registries 2), since nothing about it is public: XML in UTF-8, an element `Hooldajad` of the type that
 * the contract has and uses nowhere. In it a `hooldaja` for each code of the order, in the order of the codes: one with `viga` does not say whose it is.
 */
export function carersFile(carers: readonly (Carer | undefined)[]): string {
  const { namespace } = contracted.response.element;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<p:Hooldajad xmlns:p="${namespace}">${carers.map(elementOf).join('')}</p:Hooldajad>`;
}

/** `hooldaja` cut out of a single answer. What is inside is of no namespace, so it means the same wherever it stands. */
function elementOf(carer: Carer | undefined): string {
  const answer = contracted.response.encode({ hooldaja: carerAnswer(carer) });
  if (!answer.ok) throw new Error(`a carer does not fit the contract: ${answer.error.problems[0]?.path}`);
  return answer.value.slice(answer.value.indexOf('>') + 1, answer.value.lastIndexOf('</'));
}
