import type { Cell } from './cell.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Operation } from './operation.ts';

/** What may be wrong in the headers of a call that writes. With no version at all it is taken: that is the good call. */
export function headerCells({ isKeyed, takesVersion }: Operation, good: GoodCall): readonly Cell[] {
  if (!isKeyed) return [];
  const sent = (what: string, headers: Readonly<Record<string, string>>, code: string): Cell => ({
    what,
    sending: { ...good, headers },
    code,
  });
  const what = takesVersion ? 'a version that it has not' : 'a version of what has none';
  return [
    sent(what, { 'if-match': '"999999"' }, 'PRECONDITION_FAILED'),
    sent(`${what}, by a weak tag`, { 'if-match': 'W/"1"' }, 'PRECONDITION_FAILED'),
    sent('a key with spaces', { 'idempotency-key': 'kaks sõna' }, 'IDEMPOTENCY_KEY_INVALID'),
    sent('a key too long', { 'idempotency-key': 'x'.repeat(201) }, 'IDEMPOTENCY_KEY_INVALID'),
  ];
}
