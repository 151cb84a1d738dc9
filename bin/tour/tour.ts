import { seeChange } from './change.ts';
import { declare } from './declaration.ts';
import { clientFile, gateway, openProceeding, securityServer, send, signIn, step, type Tour } from './door.ts';
import { orderMass, readMass } from './mass-order.ts';
import { askEverything } from './questions-asked.ts';
import { askStar, orderFromStar, twoYears } from './star-asked.ts';
import { openStores } from './stores.ts';
import { signInByTara } from './tara.ts';

/**
 * The README's walk-through as a script, against a running `npm run demo`: every step by plain HTTP calls, printed with what came back. Ends with 1
 * at the first step that is not as it says. The last step looks into the cache store itself.
 */
const refused = await send(`${gateway}/api/v1/query-types`, 'GET', {});
step('without a session nothing is shown', refused.status === 401 && refused.body.code === 'SESSION_MISSING', {
  status: refused.status,
  code: refused.body.code,
});

await signInByTara('Liis Arveldaja');
const mari = await signIn('mari.sotsiaaltootaja');
const personae = (await send(`${securityServer}/simulator/personae`, 'GET', {})).body as Record<string, string>;
const parent = await clientFile(mari, personae.EMPLOYED_PARENT ?? '');
const other = await clientFile(mari, personae.UNEMPLOYED_PARENT ?? '');
const stranger = await clientFile(mari, personae.LONE_PENSIONER ?? '');
const proceeding = await openProceeding(mari, 'SIMPLE', [parent, other]);

const month = lastCompleteMonth();
const period = { from: `${month}-01`, to: `${month}-28` };
const ask = (type: string, more: Record<string, unknown> = {}, at = proceeding) =>
  mari('POST', `/api/v1/proceedings/${at}/queries?wait=10`, { type, subjectId: parent, ...more });
const justification = 'Toimetulekutoetuse taotluse menetlemine';
const tour: Tour = { mari, personae, month, period, justification };

const answers: string[] = [];
for (const [register, type, more] of [
  ['the population register', 'RR.RESIDENCES_DOCS_RELATIONS', {}],
  ['the tax board', 'EMTA.EMPLOYER_AND_HK_PAYMENTS', { parameters: { from: month, to: month } }],
  ['the health insurance fund', 'HK.INSURANCE_AND_GP', { justification }],
  ['the social insurance board', 'SKA.PAYMENTS', { parameters: { month } }],
  ['the unemployment fund', 'TTK.UNEMPLOYED_STATUS', { parameters: period, subjectId: other }],
] as const) {
  const { status, body } = await ask(type, more);
  const answer = body.answer as { state: string; source: { service: string; xRoadId: string } } | null;
  answers.push(String(body.id));
  step(`${register} answers`, status === 200 && answer?.state === 'FOUND' && body.servedFromCache === false, {
    state: answer?.state,
    service: answer?.source.service,
    xRoadId: answer?.source.xRoadId,
  });
}

const again = await ask('RR.RESIDENCES_DOCS_RELATIONS');
step('the same question again is served from the proceeding’s own cache', again.status === 200 && again.body.servedFromCache === true, {
  servedFromCache: again.body.servedFromCache,
});

const care = await openProceeding(mari, 'CARE', [parent]);
const purpose = await ask('EMTA.EMPLOYER_AND_HK_PAYMENTS', { parameters: { from: month, to: month } }, care);
step(
  'the tax board is not asked for the purpose of care',
  purpose.status === 403 && purpose.body.code === 'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE',
  { status: purpose.status, code: purpose.body.code },
);
const outsider = await ask('RR.RELATED_PERSONS', { subjectId: stranger });
step('somebody who is not a subject is not asked about', outsider.body.code === 'SUBJECT_NOT_IN_PROCEEDING', {
  status: outsider.status,
  code: outsider.body.code,
});
const silent = await ask('SKA.DISABILITY_VALID');
step('data about health are not asked for without a reason', silent.body.code === 'JUSTIFICATION_REQUIRED', {
  status: silent.status,
  code: silent.body.code,
});

const actions = await mari('GET', `/api/v1/proceedings/${proceeding}/actions`);
const course = actions.body.items as { kind: string; origin: string }[];
step(
  'every query is an automatic action of the proceeding, cached or not',
  course.filter(({ kind, origin }) => kind === 'QUERY' && origin === 'AUTOMATIC').length === 6,
  { actions: course.length },
);

const mass = await orderMass(tour);
await askEverything(tour);
await declare(tour);
await readMass(tour, mass);

const stores = await openStores();
const [asked = ''] = answers;
const sealed = await stores.sealed(asked);
const keyBefore = await stores.keys.open(stores.database.db, proceeding);
const readable = sealed === undefined ? undefined : keyBefore?.unseal(sealed, asked);
step(
  'the database holds the answer encrypted, and the proceeding’s key opens it',
  sealed !== undefined && !Buffer.from(sealed).includes('residence') && Buffer.from(readable ?? []).includes('residence'),
  {
    bytes: sealed?.length,
    opened: readable?.length,
  },
);

const closed = await mari('POST', `/api/v1/proceedings/${proceeding}/close`, { reason: 'DECIDED' });
step('the proceeding is closed', closed.status === 200 && closed.body.state === 'CLOSED', { state: closed.body.state });
for (const id of answers) {
  const { status, body } = await mari('GET', `/api/v1/queries/${id}`);
  if (status !== 410 || body.code !== 'PURGED') step('an answer of a closed proceeding is gone', false, body);
}
step('all its answers are gone', true, { status: 410, code: 'PURGED', answers: answers.length });
const keyAfter = await stores.keys.open(stores.database.db, proceeding);
const left = await stores.sealed(asked);
step('the key is destroyed: the copy of the row taken before can be opened by nothing that is left', keyAfter === undefined, {
  key: keyAfter ?? null,
  copyTakenBefore: sealed?.length,
  stillThere: left?.length ?? 0,
});
await stores.close();
const late = await ask('RR.RESIDENCES_DOCS_RELATIONS');
step('nothing more is asked in it', late.status === 409 && late.body.code === 'PROCEEDING_NOT_OPEN', {
  status: late.status,
  code: late.body.code,
});

const jobless = personae.UNEMPLOYED_PARENT ?? '';
const check = await askStar('KontrolliToimetulekuToetuseSaamist', jobless, `<isikukood>${jobless}</isikukood>${twoYears()}`);
step(
  'another register asks STAR over X-Road and is answered',
  check.status === 200 && /<maaramine>\d{4}-\d{2}<\/maaramine>/.test(check.text) && check.text.includes('requestHash'),
  { answer: /<maaramine>.*<\/maaramine>/.exec(check.text)?.[0] },
);
await orderFromStar([jobless, personae.LONE_PENSIONER ?? '']);

const anu = await signIn('anu.operaator');
const overview = await anu('GET', '/console/api/registries');
step(
  'the operator sees the registers’ queues, and no person',
  overview.status === 200 && !/\d{11}/.test(JSON.stringify(overview.body)),
  summary(overview.body),
);
await seeChange(tour, anu);
const curious = await anu('GET', `/api/v1/proceedings/${proceeding}`);
step('the operator may not open a proceeding', curious.status === 403, { status: curious.status, code: curious.body.code });
console.log(
  '\nEvery register answered every kind of question, one answer came from the cache, a mass order brought its file, one question was refused for its purpose, the proceeding is closed, and its answers can no longer be read.',
);
process.exit(0);

/** The last month whose declarations are in: those of a month are complete from the 11th of the next. */
function lastCompleteMonth(): string {
  const now = new Date();
  const back = now.getDate() >= 11 ? 1 : 2;
  const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1));
  return month.toISOString().slice(0, 7);
}

function summary(body: Record<string, unknown>): unknown {
  const registries = (body.registries ?? body.items) as { registry: string; waiting: number; failed: number }[] | undefined;
  return registries?.map(({ registry, waiting, failed }) => ({ registry, waiting, failed })) ?? Object.keys(body);
}
