import { Type } from 'typebox';

/** What an operation gives back: the id of what it was done to. */
export const Done = Type.Object({ id: Type.String() });
