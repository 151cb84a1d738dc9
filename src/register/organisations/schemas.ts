import { Type } from 'typebox';

export const strict = { additionalProperties: false };
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const LastDay = Type.Optional(Type.String({ format: 'date', description: 'The last day' }));
export const Time = Type.String({ format: 'date-time' });
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Params = Type.Object({ id: Id });
export const Service = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$', description: 'Of the classifier SERVICE_TYPE' });
export const Services = Type.Array(Service, { minItems: 1, uniqueItems: true });
/** By which a document is found in the document register of who keeps it. */
export const DocumentId = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
export const Municipality = Type.String({ pattern: '^[0-9]{4}$', description: 'EHAK' });

export const Address = Type.Object(
  {
    municipality: Municipality,
    text: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    adsOid: Type.Optional(Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Z0-9]+$' })),
  },
  strict,
);

export const Contacts = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' }),
    phone: Type.String({ minLength: 5, maxLength: 30, pattern: '^\\+?[0-9][0-9 ]+$' }),
  },
  strict,
);

/** Who has to do with contracts and mandates: the people of the parties, and who answers for the register. */
export const PARTIES = ['ADMIN', 'SOCIAL_WORKER', 'SETTLEMENT', 'PROVIDER_REP', 'REGISTRY_MANAGER', 'SKA_SUPERVISION'] as const;

/** A page of a list, where the caller does not say. */
const PAGE = 50;
/** A page of a list at most. */
const PAGE_AT_MOST = 200;

export const paging = { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) };

export function pageOf({ limit, after }: { readonly limit?: number; readonly after?: string }): {
  limit: number;
  after: string | undefined;
} {
  return { limit: limit ?? PAGE, after };
}

/** The cursor of the next page, where this one is full. */
export function nextOf(items: readonly { readonly id: string }[], limit: number): { next?: string } {
  const last = items.at(-1);
  return items.length === limit && last !== undefined ? { next: last.id } : {};
}
