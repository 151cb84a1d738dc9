import type { SoapFault } from '../fault.ts';
import type { Attachment, Attachments, Packaging } from '../mime/index.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Contract, Operation } from '../schema/index.ts';
import { producerFault } from './faults.ts';
import type { ProducerRequest } from './request.ts';

/** An answer that is ready to leave. `N`: what the one who keeps the log of it needs to know. */
export interface Produced<N> {
  /** The response element as a document of its own, without XML declaration. */
  readonly bodyXml: string;
  readonly attachments?: readonly Attachment[];
  /** Default `swaRef`. */
  readonly packaging?: Packaging;
  readonly note: N;
}

/** A SOAP service as other members may call it. It answers; whether they may, is decided before. */
export interface ProducedService<N> {
  readonly serviceCode: string;
  readonly serviceVersion: string | undefined;
  /** The request element, exactly: a security server only looks whether its name begins with the service code (PR-MESS 2.4). */
  readonly request: { readonly namespace: string; readonly localName: string };
  /** Whether requests may bring attachments. They are read while they arrive; what is not read is thrown away. Default false. */
  readonly takesAttachments?: boolean;
  /** @param signal aborted when the asker has been told that there will be no answer */
  answer(request: ProducerRequest<Attachments>, signal: AbortSignal): Promise<Result<Produced<N>, SoapFault>>;
}

/** What a service with a contract answers: the value of the response element, and the rest as in {@link Produced}. */
export interface Answered<Response, N> extends Omit<Produced<N>, 'bodyXml'> {
  readonly value: Response;
}

/**
 * A service by its contract: requests are held against the schema and read, answers are written. A request that the schema refuses is a
 * `Client.SchemaMismatch` whose detail names members and rules, never values.
 *
 * @param operation from a generated module, or from {@link openContract}
 */
export function contractService<Question, Response, N>(
  operation: Operation<Question, Response>,
  { validate }: Pick<Contract, 'validate'>,
  answer: (
    question: Question,
    request: ProducerRequest<Attachments>,
    signal: AbortSignal,
  ) => Promise<Result<Answered<Response, N>, SoapFault>>,
  how: Pick<ProducedService<N>, 'takesAttachments'> = {},
): ProducedService<N> {
  const { serviceCode, serviceVersion, request, response } = operation;
  return {
    ...how,
    serviceCode,
    serviceVersion,
    request: { namespace: request.element.namespace, localName: request.element.name },
    async answer(received, signal) {
      const valid = validate(received.body);
      const question = valid.ok ? request.decode(received.body) : valid;
      if (!question.ok) {
        return fail(producerFault('Client.SchemaMismatch', question.error.problems.map(({ path, rule }) => `${path}: ${rule}`).join('; ')));
      }
      const answered = await answer(question.value, received, signal);
      if (!answered.ok) return answered;
      const { value, ...rest } = answered.value;
      const bodyXml = response.encode(value);
      if (!bodyXml.ok) throw new Error(`the answer of ${serviceCode} does not fit its contract: ${bodyXml.error.problems[0]?.path}`);
      return ok({ ...rest, bodyXml: bodyXml.value });
    },
  };
}
