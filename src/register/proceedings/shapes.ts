import { Type } from 'typebox';

/** A page of a list, where the caller does not say. */
export const PAGE = 50;
/** A page of a list at most. */
const PAGE_AT_MOST = 200;

export const strict = { additionalProperties: false };
export const Id = Type.String({ format: 'uuid' });
export const Time = Type.String({ format: 'date-time' });
/** Why something is done: at least a word. */
export const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
export const Params = Type.Object({ id: Id });

export const paging = { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) };
export const Paging = Type.Object(paging, strict);

/** The cursor of the next page, where this one is full. */
export function nextOf(items: readonly { readonly id: string }[], limit: number): { next?: string } {
  const last = items.at(-1);
  return items.length === limit && last !== undefined ? { next: last.id } : {};
}
