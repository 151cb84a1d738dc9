import { Type } from 'typebox';
import { fail, failure, holdsOn, ok, Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { enterClassifier, enterValue, type KeepPorts, retireValue } from './change-classifier.ts';
import { CLASSIFIER_GROUPS, type Classifier, type ClassifierValue } from './classifier.ts';
import { findClassifier, findValues, listClassifiers } from './store.ts';

const KEEPERS = ['REGISTRY_MANAGER', 'ADMIN'] as const;
const strict = { additionalProperties: false };
const Day = Type.String({ format: 'date' });
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });
const Label = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Labels = Type.Object({ et: Label, en: Label, ru: Label }, strict);
const Params = Type.Object({ code: Code });

const ClassifierReply = Type.Object({
  code: Code,
  group: Type.Enum([...CLASSIFIER_GROUPS]),
  name: Labels,
  central: Type.Boolean({ description: 'Central ones are changed by the registry manager alone' }),
});

const ValuesReply = Type.Object({
  code: Code,
  items: Type.Array(Type.Object({ code: Code, label: Labels, validFrom: Day, validTo: Type.Optional(Day) })),
});

export interface ClassifierPorts extends KeepPorts {
  readonly database: Database;
}

/** What may be said of a classifier, for whoever fills a form in: at every door, since the first sign-in asks for one's education. */
export function classifierValueRoutes({ database }: Pick<ClassifierPorts, 'database'>): readonly Route[] {
  const values = valuesIn(database);
  return [
    read({
      method: 'GET',
      path: '/classifiers/:code/values',
      summary: 'Every version of a classifier’s values, or those of a day',
      callers: 'SIGNED_IN',
      // Education levels, to choose one's own.
      opensTo: ['PROFILE'],
      params: Params,
      query: Type.Object({ on: Type.Optional(Day) }, strict),
      reply: ValuesReply,
      show: ({ actor, params, query }) => values(actor, params.code, query.on),
    }),
  ];
}

/** Classifiers (klassifikaatorid): what may be said, in three languages, from one day to another. REQ-039, REQ-060 to REQ-062. */
export function classifierRoutes(ports: ClassifierPorts): readonly Route[] {
  const { database } = ports;
  const values = valuesIn(database);
  return [
    read({
      method: 'GET',
      path: '/classifiers',
      summary: 'The central classifiers and the institution’s own, or those of one group',
      callers: 'SIGNED_IN',
      query: Type.Object({ group: Type.Optional(Type.Enum([...CLASSIFIER_GROUPS])) }, strict),
      reply: Type.Object({ items: Type.Array(ClassifierReply) }),
      show: async ({ actor, query }) =>
        ok({ body: { items: (await listClassifiers(database.db, actor.institutionId, query.group)).map(classifierView) } }),
    }),
    write({
      method: 'POST',
      path: '/classifiers',
      summary:
        'Enters a classifier: the registry manager a central one, an administrator one of their municipality, whose code begins with LOCAL_',
      callers: KEEPERS,
      body: Type.Object({ code: Code, group: Type.Enum([...CLASSIFIER_GROUPS]), name: Labels }, strict),
      reply: ValuesReply,
      async perform({ actor, body }, tx) {
        const entered = await enterClassifier(ports, tx, actor, body);
        return entered.ok ? ok({ status: 201, id: entered.value, location: `/api/v1/classifiers/${body.code}/values` }) : entered;
      },
      show: ({ actor, body }) => values(actor, body.code),
    }),
    write({
      method: 'POST',
      path: '/classifiers/:code/values',
      summary: 'Enters a value, or another wording of one from a day on',
      callers: KEEPERS,
      versioned: true,
      params: Params,
      body: Type.Object({ code: Code, label: Labels, validFrom: Day, validTo: Type.Optional(Day) }, strict),
      reply: ValuesReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const entered = await enterValue(ports, tx, actor, {
          classifier: params.code,
          ifMatch,
          code: body.code,
          label: body.label,
          validFrom: Temporal.PlainDate.from(body.validFrom),
          validTo: body.validTo === undefined ? undefined : Temporal.PlainDate.from(body.validTo),
        });
        return entered.ok ? ok({ status: 201, id: entered.value }) : entered;
      },
      show: ({ actor, params }) => values(actor, params.code),
    }),
    write({
      method: 'POST',
      path: '/classifiers/:code/values/:value/end',
      summary: 'Ends a value on a day: nobody says it any more; what was said stays',
      callers: KEEPERS,
      versioned: true,
      params: Type.Object({ code: Code, value: Code }),
      body: Type.Object({ validTo: Day }, strict),
      reply: ValuesReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const validTo = Temporal.PlainDate.from(body.validTo);
        const ended = await retireValue(ports, tx, actor, { classifier: params.code, ifMatch, code: params.value, validTo });
        return ended.ok ? ok({ status: 200, id: ended.value }) : ended;
      },
      show: ({ actor, params }) => values(actor, params.code),
    }),
  ];
}

function valuesIn(database: Database) {
  return async (actor: Actor, code: string, on?: string) => {
    const classifier = await findClassifier(database.db, actor.institutionId, code);
    if (classifier === undefined) return fail(failure('CLASSIFIER_NOT_FOUND'));
    const day = on === undefined ? undefined : Temporal.PlainDate.from(on);
    const items = (await findValues(database.db, classifier.id)).filter((value) => day === undefined || holdsOn(value, day));
    return ok({ body: { code, items: items.map(valueView) }, version: String(classifier.version) });
  };
}

function classifierView({ code, group, name, institutionId }: Classifier) {
  return { code, group, name, central: institutionId === undefined };
}

function valueView({ code, label, validFrom, validTo }: ClassifierValue) {
  return { code, label, validFrom: validFrom.toString(), ...(validTo === undefined ? {} : { validTo: validTo.toString() }) };
}
