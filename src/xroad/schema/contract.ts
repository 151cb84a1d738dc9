import { ok, type Result } from '../result.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import type { ElementShape, SchemaMismatch, TypeTable } from './shape.ts';
import { type BodyValidator, compileSchemas } from './validator.ts';
import { readWsdl, type WsdlDefect } from './wsdl.ts';

/** Writes and reads one element of a contract. */
export interface BodyCodec<T> {
  readonly element: ElementShape;
  /** The element as XML. Fails naming the member that the schema cannot hold. */
  encode(value: T): Result<string, SchemaMismatch>;
  /** The value of an element that has passed its schema. */
  decode(xml: string): Result<T, SchemaMismatch>;
}

/** One service: its X-Road code and version, and the codecs of its messages' bodies. */
export interface Operation<Request, Response> {
  readonly serviceCode: string;
  readonly serviceVersion: string | undefined;
  readonly request: BodyCodec<Request>;
  readonly response: BodyCodec<Response>;
}

/** A contract opened at run time: its services, and a validator of their bodies. Give it back when done. */
export interface Contract extends BodyValidator {
  readonly targetNamespace: string;
  readonly operations: ReadonlyMap<string, Operation<unknown, unknown>>;
}

/** The codec of an element by its table. Its type is what the generator has written for it; nothing at run time could know better. */
export function bodyCodec<T>(element: ElementShape, types: TypeTable): BodyCodec<T> {
  return {
    element,
    encode: (value) => encode(element, types, value),
    decode: (xml) => decode(element, types, xml) as Result<T, SchemaMismatch>,
  };
}

/** Opens a WSDL: reads its model and compiles its schemas. */
export function openContract(wsdlText: string): Result<Contract, WsdlDefect> {
  const wsdl = readWsdl(wsdlText);
  if (!wsdl.ok) return wsdl;
  const { targetNamespace, types } = wsdl.value;
  const validator = compileSchemas(wsdl.value);
  if (!validator.ok) return validator;
  const { validate, [Symbol.dispose]: dispose } = validator.value;
  const operations = new Map(
    [...wsdl.value.operations.values()].map(({ serviceCode, serviceVersion, request, response }) => [
      serviceCode,
      { serviceCode, serviceVersion, request: bodyCodec<unknown>(request, types), response: bodyCodec<unknown>(response, types) },
    ]),
  );
  return ok({ targetNamespace, operations, validate, [Symbol.dispose]: dispose });
}
