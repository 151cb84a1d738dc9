import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, type Result } from '../platform/index.ts';
import { type BodyCodec, type BodyElement, type Contract, type Operation, openContract, type SchemaMismatch } from '../xroad/index.ts';

const folder = resolve(import.meta.dirname, '../../wsdl');

/** A register's contract: compiled when first needed and kept for the life of the process. */
export interface ContractFile {
  /** The request's body as XML, refused when it is not valid: nothing malformed leaves. */
  write<Request>(operation: Operation<Request, unknown>, value: Request): Result<string, SchemaMismatch>;
  /** The answer's body as a value, refused when it is not the service's answer or not valid. */
  read<Response>(operation: Pick<Operation<never, Response>, 'response'>, body: BodyElement): Result<Response, SchemaMismatch>;
  /** A file that came beside the answer, as a value: UTF-8, refused like an answer. */
  readDocument<Content>(document: BodyCodec<Content>, bytes: Uint8Array): Result<Content, SchemaMismatch>;
}

export function contractFile(name: string): ContractFile {
  let opened: Contract | undefined;
  const contract = (): Contract => {
    if (opened === undefined) {
      const result = openContract(readFileSync(resolve(folder, name), 'utf8'));
      if (!result.ok) throw new Error(`${name}: ${result.error.text}`);
      opened = result.value;
    }
    return opened;
  };
  return {
    write(operation, value) {
      const body = operation.request.encode(value);
      if (!body.ok) return body;
      const valid = contract().validate(body.value);
      return valid.ok ? body : valid;
    },
    read(operation, body) {
      const { name: localName, namespace } = operation.response.element;
      if (body.localName !== localName || body.namespace !== namespace)
        return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: '', rule: 'WRONG_ELEMENT' }] });
      const valid = contract().validate(body);
      return valid.ok ? operation.response.decode(body) : valid;
    },
    readDocument(document, bytes) {
      if (!isUtf8(bytes)) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: '', rule: 'NOT_UTF_8' }] });
      const xml = Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
      // Decoded first: our own scanner, which caps depth, count and document types, sees a file before libxml2 does.
      const content = document.decode(xml);
      if (!content.ok) return content;
      const valid = contract().validate(xml);
      return valid.ok ? content : valid;
    },
  };
}
