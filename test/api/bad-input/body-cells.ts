import { type Cell, INVALID } from './cell.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Operation } from './operation.ts';
import { SECRET, type Spoilt, spoil } from './spoil.ts';

/** Characters of a body above which the door does not read on: 1 MiB, and less than any route takes that takes more (docs/limits.md). */
const READ_ON_AT_MOST = 1_048_576;

/** What may be wrong in a body: a field of it, or the whole. */
export function bodyCells({ body, isForm }: Operation, good: GoodCall): readonly Cell[] {
  if (body === undefined) return unaskedCells(good);
  const spoilt = spoil(body, good.body);
  return isForm
    ? [...spoilt.filter(({ value }) => isOfForm(value)).map((one) => fieldCell(good, one)), ...formCells(good)]
    : [...spoilt.map((one) => fieldCell(good, one)), ...jsonCells(good)];
}

/** Where nothing is asked for nothing is taken. */
function unaskedCells(good: GoodCall): readonly Cell[] {
  const told = { pointer: '', rule: 'TYPE' };
  return [
    { what: 'a field', sending: { ...good, body: { tundmatu: SECRET } }, ...INVALID, pointer: '/tundmatu', rule: 'UNKNOWN_FIELD' },
    { what: 'a list', sending: { ...good, body: [SECRET] }, ...INVALID, ...told },
    { what: 'a text', sending: { ...good, body: SECRET }, ...INVALID, ...told },
    { what: 'null', sending: { ...good, body: null }, ...INVALID, ...told },
  ];
}

function fieldCell(good: GoodCall, { what, value, pointer, rule }: Spoilt): Cell {
  const sending = { ...good, body: value };
  const isTooMuch = rule === 'MAX_LENGTH' && JSON.stringify(value).length > READ_ON_AT_MOST;
  return isTooMuch
    ? { what: `${pointer} ${what}`, sending, code: 'BODY_TOO_LARGE' }
    : { what: `${pointer} ${what}`, sending, ...INVALID, pointer, rule };
}

/** Fields of forms are texts, in whole characters: nothing else can be sent. */
function isOfForm(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body) &&
    Object.values(body).every((value) => typeof value === 'string' && value.isWellFormed())
  );
}

function jsonCells(good: GoodCall): readonly Cell[] {
  const text = JSON.stringify(good.body);
  return [
    { what: 'half of it', sending: raw(good, 'application/json', text.slice(0, -1)), code: 'MALFORMED_JSON' },
    { what: 'none under its name', sending: raw(good, 'application/json', ''), code: 'MALFORMED_JSON' },
    { what: 'JSON called text', sending: raw(good, 'text/plain', text), code: 'UNSUPPORTED_MEDIA_TYPE' },
    { what: 'a form', sending: raw(good, 'application/x-www-form-urlencoded', 'a=b'), code: 'UNSUPPORTED_MEDIA_TYPE' },
    { what: 'none', sending: { ...good, body: undefined }, ...INVALID, pointer: '' },
  ];
}

function formCells(good: GoodCall): readonly Cell[] {
  return [
    {
      what: 'JSON for a form',
      sending: raw(good, 'application/json', JSON.stringify(good.body)),
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    { what: 'half of a form', sending: raw(good, 'multipart/form-data; boundary=x', '--x\r\n'), code: 'FORM_MALFORMED' },
    { what: 'no file', sending: { ...good, files: 0 }, ...INVALID, pointer: '/file', rule: 'REQUIRED' },
    { what: 'two files', sending: { ...good, files: 2 }, code: 'FORM_MALFORMED' },
  ];
}

function raw(good: GoodCall, type: string, content: string) {
  return { ...good, raw: { type, content } };
}
