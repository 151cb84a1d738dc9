import { type Static, Type } from 'typebox';
import { contractFile } from '../contract-file.ts';

/** Töötukassa over X-tee: subsystem EE/GOV/74000085/tkis. The contract is PROPOSED: none is public (registries 4.1). */
export const tootukassa = contractFile('tootukassa.wsdl');

/** The proposed fault code for a person the fund does not have. */
export const NOT_IN_FUND = 'TK-404';

/** Both services ask by a period. */
export const Period = Type.Object(
  { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) },
  { additionalProperties: false },
);
export type Period = Static<typeof Period>;
