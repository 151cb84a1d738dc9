import { Type } from 'typebox';

/** A state as of a day; today when none is named. */
export const AsOf = Type.Object({ asOf: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false });

/** A month, from its first day to its last: the register takes no other periods. */
export const InMonth = Type.Object({ month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) }, { additionalProperties: false });
