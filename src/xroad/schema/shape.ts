/**
 * The codec table: what of a schema a codec needs to write a value and to read it back. Text stays text (dates, decimals and codes lose nothing
 * that way); only `boolean` becomes something else. Order is the schema's.
 */
export interface ElementShape {
  readonly name: string;
  /** Empty where the schema leaves local elements unqualified. */
  readonly namespace: string;
  /** May be left out: `minOccurs="0"`, or a branch of a choice. */
  readonly optional: boolean;
  /** May repeat, and is therefore always an array, be it empty. */
  readonly many: boolean;
  readonly nillable: boolean;
  /** `text`, `boolean`, `any` (kept out of values), or the name of a complex type in the table. */
  readonly type: string;
  /** The title that the interface gives the element. */
  readonly title?: string;
  /** What a simple type allows: `type=date`, `enumeration=A`, `maxLength=5`. The schema judges by it; a codec does not need it. */
  readonly rules?: readonly string[];
}

export interface AttributeShape {
  readonly name: string;
  readonly namespace: string;
  readonly optional: boolean;
}

export interface ComplexShape {
  readonly members: readonly ElementShape[];
  readonly attributes: readonly AttributeShape[];
  /** Simple content: the element's own text is the member `value`. */
  readonly text: boolean;
}

/** Complex types by name. Anonymous ones are named after their path. */
export type TypeTable = Readonly<Record<string, ComplexShape>>;

/** What a body is when it is an object: members by element name, attributes by `@name`. */
export type BodyValue = { readonly [member: string]: unknown };

/** Why a body is not what its schema says: where, and which rule. Never the value: it may be a personal code. */
export interface SchemaMismatch {
  readonly code: 'SCHEMA_MISMATCH';
  readonly problems: readonly { readonly path: string; readonly rule: string }[];
}

export function mismatch(path: string, rule: string): { readonly ok: false; readonly error: SchemaMismatch } {
  return { ok: false, error: { code: 'SCHEMA_MISMATCH', problems: [{ path, rule }] } };
}
