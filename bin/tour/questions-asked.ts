import { clientFile, openProceeding, signIn, step, type Tour } from './door.ts';
import { tourQuestions } from './questions.ts';

/** Each kind of query once, about somebody of whom the register has something: in a proceeding for each kind, opened on all who are asked about. */
export async function askEverything({ mari, personae, month, justification }: Tour): Promise<void> {
  const kati = await signIn('kati.lapsendamine');
  const questions = tourQuestions(month);
  const known = (await mari('GET', '/api/v1/query-types')).body.items as { code: string }[];
  const asked = questions.map(({ type }) => type);
  step(
    'the tour asks every type of query that there is',
    known.every(({ code }) => asked.includes(code)),
    { types: known.length },
  );
  const records = new Map<string, Record<string, unknown>>();
  for (const kind of new Set(questions.map((question) => question.kind))) {
    const call = kind === 'ADOPTION' ? kati : mari;
    const asks = questions.filter((question) => question.kind === kind);
    const files = new Map<string, string>();
    const carers = new Set<string>();
    for (const { persona, caresFor } of asks) {
      for (const one of [caresFor, persona]) if (one !== undefined) files.set(one, await clientFile(call, personae[one] ?? ''));
      if (caresFor !== undefined) carers.add(files.get(persona) ?? '');
    }
    const opened = await openProceeding(call, kind, [...new Set(files.values())], carers);
    for (const { type, persona, parameters, from } of asks) {
      const { status, body } = await call('POST', `/api/v1/proceedings/${opened}/queries?wait=10`, {
        type,
        subjectId: files.get(persona),
        parameters: { ...parameters, ...from?.((one) => records.get(one) ?? {}) },
        justification,
      });
      const answer = body.answer as { state: string; record?: Record<string, unknown>; source?: { service: string } } | null;
      records.set(type, answer?.record ?? {});
      const there = status === 200 && (answer?.state === 'FOUND' || answer?.state === 'PARTIAL');
      step(type, there, there ? { state: answer?.state, service: answer?.source?.service } : body);
    }
  }
}
