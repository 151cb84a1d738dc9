import multipart, { type MultipartFile, type MultipartValue } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Call, FileInHand, Route } from '../register/access/index.ts';
import { checkOf, compileValidator } from './validation.ts';

/** Fields of a form beside its file: more than any of ours has. */
const FIELDS_AT_MOST = 20;
/** Bytes of a field: 64 KiB, more than the longest text that we take. */
const FIELD_BYTES_AT_MOST = 65_536;

type AnyCall = Call<never, never, never>;
type UploadRoute = Extract<Route, { kind: 'UPLOAD' }>;

interface Taken {
  readonly fields: unknown;
  readonly file: FileInHand<AnyCall>;
}

/** The form breaks off or is none. */
class FormBroken extends Error {}

/** Has a part of the door take forms, and nothing else; gives what its routes are validated by. */
export async function acceptForms(forms: FastifyInstance): Promise<FastifySchemaCompiler<TSchema>> {
  forms.removeAllContentTypeParsers();
  await forms.register(multipart, {
    // How large a file may be is for the route, which reads it, to say.
    limits: {
      fields: FIELDS_AT_MOST,
      fieldSize: FIELD_BYTES_AT_MOST,
      files: 1,
      parts: FIELDS_AT_MOST + 1,
      fileSize: Number.POSITIVE_INFINITY,
    },
  });
  return (part) => (part.httpPart === 'body' ? () => true : compileValidator(part));
}

/** Reads a form: its file goes to the route while it comes, its fields are checked when it has come whole. In whichever order they stand. */
export async function takeUpload(request: FastifyRequest, route: UploadRoute, call: AnyCall): Promise<Result<Taken, Failure>> {
  if (!request.isMultipart()) return fail(failure('UNSUPPORTED_MEDIA_TYPE'));
  const admitted = await route.admit(call);
  const taken = admitted.ok ? await readForm(request, route, call) : admitted;
  // Who is refused in the middle is let speak on, to nobody: a connection that is cut would lose them our answer.
  if (!taken.ok) request.raw.resume();
  return taken;
}

async function readForm(request: FastifyRequest, route: UploadRoute, call: AnyCall): Promise<Result<Taken, Failure>> {
  const fields = new Map<string, unknown>();
  let file: FileInHand<AnyCall> | undefined;
  let isKept = false;
  try {
    for await (const part of partsOf(request)) {
      if (part.type === 'field') {
        if (part.valueTruncated || fields.has(part.fieldname)) return fail(failure('FORM_MALFORMED'));
        fields.set(part.fieldname, part.value);
        continue;
      }
      if (part.fieldname !== 'file') return fail(failure('FORM_MALFORMED'));
      const received = await route.receive(call, { name: part.filename, content: contentOf(part) });
      if (!received.ok) return received;
      file = received.value;
    }
    const { value, faults = [] } = checkOf(route.body, true)(Object.fromEntries(fields));
    const lacking = file === undefined ? [{ pointer: '/file', code: 'REQUIRED' }] : [];
    if (file === undefined || faults.length > 0) return fail(failure('VALIDATION_FAILED', { fields: [...lacking, ...faults] }));
    isKept = true;
    return ok({ fields: value, file });
  } catch (error) {
    if (error instanceof FormBroken) return fail(failure('FORM_MALFORMED'));
    throw error;
  } finally {
    if (!isKept) await file?.discard();
  }
}

/** What reading the form throws is the sender's doing; what the route throws is not. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<MultipartFile | MultipartValue> {
  const parts = request.parts();
  try {
    for await (const part of parts) yield part;
  } catch {
    throw new FormBroken();
  }
}

async function* contentOf({ file }: MultipartFile): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file) yield chunk;
  } catch {
    throw new FormBroken();
  }
}
