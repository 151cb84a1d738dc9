import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { referenceTo } from '../../xroad/index.ts';
import type { TicketBatch } from '../batch-type.ts';
import { enclosedFile } from '../enclosed-file.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { peopleInFile } from '../people-in-file.ts';
import { kindsOf, type Reading } from '../query-type.ts';
import { isoDate, present, said, words } from '../values.ts';
import { skais2 } from './contract.ts';
import {
  type TKMassIsik,
  TKMassIsikud,
  TKToovoimPuueHyvitisedMassTeenus,
  TKToovoimPuueHyvitisedMassTeenusVastus,
} from './generated/skais2.ts';

interface Period {
  readonly from?: string;
  readonly until?: string;
}

/** What SKA has decided about a person, as its mass service tells it: less than the single question does, no sums among it. */
export interface BenefitsInBrief {
  readonly workAbilityLoss: readonly Period[];
  readonly disabilities: readonly (Period & { readonly code: string; readonly name: string })[];
  readonly benefits: readonly (Period & { readonly code: string; readonly name: string; readonly suspended: readonly Period[] })[];
}

/** As in the single question; which other status codes there are is not public, and their words say what they mean. */
const GOOD = '0';
/** Proposed: how a process that is under way, and one that is forgotten, are told apart where no file comes. */
const UNDER_WAY = /töötlemisel|ootel|pooleli/i;
const FORGOTTEN = /aegunud|protsessi ei (?:leitud|leidu)/i;
/** 1,000 people: a file of 60 elements for each is well within what our scanner reads. */
const PEOPLE_AT_MOST = 1_000;
/** 24 h: mass services run at night. */
const GIVE_UP_HOURS = 24;
const FILE = 'isikukoodid@star';

const Parameters = Type.Object(
  { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) },
  { additionalProperties: false },
);

/** Puuete ja hüvitiste masspäring: TKToovoimPuueHyvitisedMassTeenus and its Vastus, of SKAIS2. Files travel as attachments, both ways. */
export const massBenefits: TicketBatch<Static<typeof Parameters>, BenefitsInBrief> = {
  code: 'SKA.BENEFITS_MASS',
  registry: 'skais2',
  name: {
    et: 'Puuete ja hüvitiste masspäring (SKAIS2)',
    en: 'Disabilities and benefits of many people (SKAIS2)',
    ru: 'Массовый запрос об инвалидности и пособиях (SKAIS2)',
  },
  contract: 'REAL',
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('T C'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  justification: 'REQUIRED',
  fields: ['workAbilityLoss', 'disabilities', 'benefits'],
  parameters: Parameters,
  deadlineSeconds: 50,
  about: 'NAMED_PEOPLE',
  peopleAtMost: PEOPLE_AT_MOST,
  giveUpHours: GIVE_UP_HOURS,
  submit: {
    service: { code: 'TKToovoimPuueHyvitisedMassTeenus', version: 'v1' },
    write({ people, parameters: { from, to } }) {
      const body = skais2.write(TKToovoimPuueHyvitisedMassTeenus, {
        perioodAlgusKpv: from,
        perioodLoppKpv: to,
        viide: referenceTo(FILE),
      });
      if (!body.ok) return body;
      const content = Buffer.from(people.map((code) => `${code}\n`).join(''));
      return ok({ body: body.value, attachments: [{ contentId: FILE, contentType: 'text/plain; charset=UTF-8', content }] });
    },
    read({ body }) {
      const answer = skais2.read(TKToovoimPuueHyvitisedMassTeenus, body);
      if (!answer.ok) return answer;
      const { protsessID, kood, selgitus } = answer.value;
      const ticket = said(protsessID);
      if (ticket !== undefined) return ok({ state: 'ACCEPTED', ticket });
      return ok({ state: 'REJECTED', reason: kood.trim(), ...words(selgitus) });
    },
  },
  collect: {
    service: { code: 'TKToovoimPuueHyvitisedMassTeenusVastus', version: 'v1' },
    write(ticket) {
      const body = skais2.write(TKToovoimPuueHyvitisedMassTeenusVastus, { protsessID: ticket });
      return body.ok ? ok({ body: body.value, attachments: [] }) : body;
    },
    read({ body, attachments }, { people }) {
      const answer = skais2.read(TKToovoimPuueHyvitisedMassTeenusVastus, body);
      if (!answer.ok) return answer;
      const { kood, selgitus, viide } = answer.value;
      const reference = said(viide);
      if (reference === undefined) {
        if (FORGOTTEN.test(selgitus ?? '')) return ok({ state: 'GONE' });
        if (kood.trim() === GOOD || UNDER_WAY.test(selgitus ?? '')) return ok({ state: 'NOT_YET' });
        return ok({ state: 'REJECTED', reason: kood.trim(), ...words(selgitus) });
      }
      const file = enclosedFile(attachments, reference, 'viide');
      const content = file.ok ? skais2.readDocument(TKMassIsikud, file.value) : file;
      if (!content.ok) return content;
      const found = peopleInFile(content.value.isik, people, ({ isikukood }) => isikukood, 'isik/isikukood');
      if (!found.ok) return found;
      const readings = new Map([...found.value].map(([code, entry]) => [code, readingOf(entry)]));
      return ok({ state: 'READY', readings, passedOver: 0 });
    },
  },
};

function readingOf({ staatus, toovoimetused, puuded, hyvitised }: TKMassIsik): Reading<BenefitsInBrief> {
  const code = staatus.kood.trim();
  if (code !== GOOD && NOTHING_FOUND.test(staatus.selgitus ?? '')) return { state: 'NOT_FOUND', ...words(staatus.selgitus) };
  if (code !== GOOD) return { state: 'REJECTED', reason: code, ...words(staatus.selgitus) };
  const [losses, disabilities, granted] = [toovoimetused?.toovoimetus ?? [], puuded?.puue ?? [], hyvitised?.hyvitis ?? []];
  if (losses.length + disabilities.length + granted.length === 0) return { state: 'NOT_FOUND', ...words(staatus.selgitus) };
  return {
    state: 'FOUND',
    record: {
      workAbilityLoss: losses.map(period),
      disabilities: disabilities.map((one) => ({ code: one.puueLiik.trim(), name: one.nimetus.trim(), ...period(one) })),
      benefits: granted.map((one) => ({
        code: one.hyvitisLiik.trim(),
        name: one.nimetus.trim(),
        ...period(one),
        suspended: (one.peatamised?.peatamine ?? []).map(period),
      })),
    },
  };
}

function period({ perioodAlgusKpv, perioodLoppKpv }: { perioodAlgusKpv: string; perioodLoppKpv?: string }): Period {
  return present<Period>({ from: isoDate(perioodAlgusKpv), until: isoDate(perioodLoppKpv) });
}
