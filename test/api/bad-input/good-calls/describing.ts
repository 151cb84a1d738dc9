import { parcel } from '../../../measure.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const NAME = { et: 'Nimi', en: 'Name', ru: 'Имя' };
const YEAR = { validFrom: '2027-01-01', validTo: '2027-12-31' };
const act = ({ next }: Ground) => ({
  act: 'Kord',
  title: 'Sotsiaaltoetuste kord',
  section: `§ ${next()}`,
  wordedOn: '2026-01-01',
  reference: '401012026001',
});
const legalBasis = (ground: Ground) => ground.make(ground.mari, '/legal-bases', act(ground));
const BUDGET = { name: 'Toetused', amount: '1000.00', ...YEAR };
/** Of the municipality’s own to set. */
const PARAMETER = { code: 'HOUSING_CAP_ORDER' };
const VALUE = { value: 'CAP_TIMES_NORM', sourceAct: 'Kord § 1' };

async function terms(ground: Ground) {
  const { mari, make } = ground;
  const { kind, ...rest } = parcel(await legalBasis(ground), await make(mari, '/budgets', BUDGET));
  return { kind, terms: { ...rest, ...YEAR, description: 'Lastele' } };
}
const measure = async (ground: Ground) => {
  const { kind, terms: described } = await terms(ground);
  const { validTo: _validTo, ...unended } = described;
  return ground.make(ground.mari, '/measures', { kind, ...unended, validFrom: '2026-12-01' });
};

/** A classifier of the state’s, with a value in it. */
async function classifier({ juht, make, made, next }: Ground) {
  const code = `LOEND_${next()}`;
  await make(juht, '/classifiers', { code, group: 'ADMIN', name: NAME });
  await made(juht, `/classifiers/${code}/values`, { code: 'YKS', label: NAME, validFrom: '2026-01-01' });
  return code;
}

/** A value that nobody has confirmed yet: each of a year of its own, so that none stands in another’s way. */
async function draft({ mari, made, next }: Ground) {
  const validFrom = `${2000 + next()}-01-01`;
  await made(mari, `/parameters/${PARAMETER.code}/values`, { ...VALUE, validFrom });
  const { items } = await made(mari, `/parameters/${PARAMETER.code}/values`, undefined, 'GET');
  const found = (items as { id: string; validFrom: string }[]).find((item) => item.validFrom === validFrom);
  return { as: mari, params: { ...PARAMETER, id: found?.id ?? '' } };
}

const PROPOSAL = { type: 'CLASSIFIER', classifier: 'TARGET_GROUP', proposal: 'Hobused', justification: 'Neid on vallas palju.' };
/** What somebody has proposed, and the registry manager looks at. */
async function analysed({ mari, juht, make }: Ground) {
  const id = await make(mari, '/support/proposals', PROPOSAL);
  return make(juht, `/support/proposals/${id}/answer`, { state: 'ANALYSED' });
}

export const DESCRIBING: GoodCalls = {
  'POST /api/v1/classifiers': ({ juht, next }) => ({ as: juht, body: { code: `LOEND_${next()}`, group: 'ADMIN', name: NAME } }),
  'POST /api/v1/classifiers/{code}/values': async (ground) => ({
    as: ground.juht,
    params: { code: await classifier(ground) },
    body: { code: 'KAKS', label: NAME, ...YEAR },
  }),
  'POST /api/v1/classifiers/{code}/values/{value}/end': async (ground) => ({
    as: ground.juht,
    params: { code: await classifier(ground), value: 'YKS' },
    body: { validTo: '2026-12-31' },
  }),
  'POST /api/v1/legal-bases': (ground) => ({ as: ground.mari, body: act(ground) }),
  'POST /api/v1/support/proposals': ({ mari }) => ({ as: mari, body: PROPOSAL }),
  'POST /api/v1/support/proposals/{id}/answer': async (ground) => ({
    as: ground.juht,
    params: { id: await analysed(ground) },
    body: { state: 'REJECTED', reason: 'Hobused ei ole isikud' },
  }),
  'POST /api/v1/parameters/{code}/values': ({ mari, next }) => ({
    as: mari,
    params: PARAMETER,
    body: { ...VALUE, validFrom: `${2000 + next()}-01-01` },
  }),
  'POST /api/v1/parameters/{code}/values/{id}/confirm': (ground) => draft(ground),
  'DELETE /api/v1/parameters/{code}/values/{id}': (ground) => draft(ground),
  'POST /api/v1/housing-cost-caps': async (ground) => ({
    as: ground.mari,
    body: {
      costKind: 'WATER',
      rules: [
        {
          area: { to: '17.99' },
          base: { perPerson: '17.00' },
          max: { amount: '550.00', further: { aboveMembers: 4, amount: '75.00' } },
        },
        { area: { from: '18' }, base: { firstMember: '73.00', nextMember: '12.00' } },
      ],
      legalBasisId: await legalBasis(ground),
      validFrom: `${2000 + ground.next()}-01-01`,
    },
  }),
  'POST /api/v1/measures': async (ground) => {
    const { kind, terms: described } = await terms(ground);
    return { as: ground.mari, body: { kind, ...described } };
  },
  'POST /api/v1/measures/{id}/versions': async (ground) => ({
    as: ground.mari,
    params: { id: await measure(ground) },
    body: (await terms(ground)).terms,
  }),
  'POST /api/v1/measures/{id}/end': async (ground) => ({
    as: ground.mari,
    params: { id: await measure(ground) },
    body: { validTo: '2026-12-31' },
  }),
  'POST /api/v1/budgets': ({ mari }) => ({ as: mari, body: BUDGET }),
  'PUT /api/v1/budgets/{id}/amount': async ({ mari, make }) => ({
    as: mari,
    params: { id: await make(mari, '/budgets', BUDGET) },
    body: { amount: '1200.00' },
  }),
};
