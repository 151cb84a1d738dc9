import { type TSchema, type TSchemaOptions, Type } from 'typebox';

/** A field that is always there, and null where it has no value. */
export const orNull = <const T extends TSchema>(schema: T, options: TSchemaOptions = {}) => Type.Union([schema, Type.Null()], options);
