import { type Body, readBody } from '../body.ts';
import { ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { compileJudge } from './judge.ts';
import { schemaSet } from './schema-set.ts';
import type { ElementShape, SchemaMismatch, TypeTable } from './shape.ts';
import { type BodyValidator, compileSchemas } from './validator.ts';
import { readWsdl, type WsdlDefect } from './wsdl.ts';

/** Writes and reads one element of a contract. */
export interface BodyCodec<T> {
  readonly element: ElementShape;
  /** The element as XML. Fails naming the member that the schema cannot hold. */
  encode(value: T): Result<string, SchemaMismatch>;
  /** The value of an element that has passed its schema. */
  decode(body: Body): Result<T, SchemaMismatch>;
}

/** One service: its X-Road code and version, and the codecs of its messages' bodies. */
export interface Operation<Request, Response> {
  readonly serviceCode: string;
  readonly serviceVersion: string | undefined;
  readonly request: BodyCodec<Request>;
  readonly response: BodyCodec<Response>;
}

/** A contract opened at run time: its services, and who holds bodies against its schemas. Give it back when done. */
export interface Contract extends Disposable {
  readonly targetNamespace: string;
  readonly operations: ReadonlyMap<string, Operation<unknown, unknown>>;
  /** What travels in files beside the messages, by element name. */
  readonly documents: ReadonlyMap<string, BodyCodec<unknown>>;
  validate(body: Body): Result<void, SchemaMismatch>;
}

/** The codec of an element by its table. Its type is what the generator has written for it; nothing at run time could know better. */
export function bodyCodec<T>(element: ElementShape, types: TypeTable): BodyCodec<T> {
  return {
    element,
    encode: (value) => encode(element, types, value),
    decode: (body) => decode(element, types, body) as Result<T, SchemaMismatch>,
  };
}

/** Opens a WSDL: reads its model and compiles its schemas. */
export function openContract(wsdlText: string): Result<Contract, WsdlDefect> {
  const wsdl = readWsdl(wsdlText);
  if (!wsdl.ok) return wsdl;
  const { targetNamespace, types, schemas } = wsdl.value;
  const validator = compileSchemas(wsdl.value);
  if (!validator.ok) return validator;
  const operations = new Map(
    [...wsdl.value.operations.values()].map(({ serviceCode, serviceVersion, request, response }) => [
      serviceCode,
      { serviceCode, serviceVersion, request: bodyCodec<unknown>(request, types), response: bodyCodec<unknown>(response, types) },
    ]),
  );
  const documents = new Map(wsdl.value.documents.map((element) => [element.name, bodyCodec<unknown>(element, types)]));
  return ok({
    targetNamespace,
    operations,
    documents,
    validate: validation(compileJudge(schemaSet(schemas)), validator.value),
    [Symbol.dispose]: () => validator.value[Symbol.dispose](),
  });
}

/** The judge's yes is enough; for every doubt, and for the reasons of a no, there is libxml2. */
function validation(isSurelyValid: (element: ScannedElement) => boolean, validator: BodyValidator): Contract['validate'] {
  return (body) => {
    const read = readBody(body);
    if (read.ok && read.value.plain && isSurelyValid(read.value.element)) return ok(undefined);
    return validator.validate(typeof body === 'string' ? body : body.xml);
  };
}
