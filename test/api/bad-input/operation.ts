import type { TestGateway } from '../../gateway.ts';
import type { Described } from '../sample.ts';

/** A parameter in an address, as OpenAPI states it. */
export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Described;
}

/** An operation that writes, or is asked with a body, as OpenAPI states it. */
export interface Operation {
  /** `POST /api/v1/proceedings/{id}/close` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Undefined: it asks for nothing. */
  readonly body: Described | undefined;
  /** The body is a form with a file in it. */
  readonly isForm: boolean;
  /** It writes, under a name that its caller may give it. */
  readonly isKeyed: boolean;
  readonly takesVersion: boolean;
  /** Who may call it; undefined: whoever is signed in, or anybody. */
  readonly roles: readonly string[] | undefined;
  readonly isForCitizens: boolean;
}

interface DescribedOperation {
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Described }>> };
}

const FORM = 'multipart/form-data';

/** Every operation of the internal API, the operators’ included, that is not a `GET`; or every one that is. */
export async function readOperations(star: TestGateway, areReadings = false): Promise<readonly Operation[]> {
  const { body } = await star.call('GET', '/api/openapi.json');
  const paths = body.paths as Record<string, Record<string, DescribedOperation>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([small, { parameters = [], requestBody, description = '', security = [] }]): Operation[] => {
      const method = small.toUpperCase();
      if ((method === 'GET') !== areReadings || path.startsWith('/xroad/')) return [];
      const [media, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const isForm = media === FORM;
      const takes = (header: string) => parameters.some((one) => one.in === 'header' && one.name === header);
      return [
        {
          name: `${method} ${path}`,
          method,
          path,
          parameters: parameters.filter((one) => one.in !== 'header'),
          // Of a form the fields: its file is not for a schema to judge.
          body: isForm ? content?.schema.allOf?.[0] : content?.schema,
          isForm,
          isKeyed: takes('idempotency-key'),
          takesVersion: takes('if-match'),
          roles: /^Roles: (.*)$/.exec(description)?.[1]?.split(', '),
          isForCitizens: security.some((one) => 'citizen' in one),
        },
      ];
    }),
  );
}
