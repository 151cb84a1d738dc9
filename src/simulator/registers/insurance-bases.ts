import { Temporal } from '../../platform/index.ts';
import type { Entry, Journal } from '../journal.ts';
import { type Asked, listAt, textAt } from './register.ts';

/** An insurance basis as its entries have left it. Days are ISO dates. */
interface Basis {
  readonly person: string;
  readonly insurer: string;
  readonly kind: string;
  readonly since: string;
  readonly until?: string | undefined;
  readonly pausedFrom?: string | undefined;
  readonly pausedUntil?: string | undefined;
}

type Said =
  | { readonly result: 'RIGHT' }
  | { readonly result: 'IGNORED' | 'BAD'; readonly element: string; readonly code: string; readonly text: string };

/** A carer is insured from the fourteenth day after the basis began. */
const WAITING_DAYS = 14;

/** Kindlustusalus v2: what is wrong with an entry is told of each; one that has come before is ignored. The codes are not the real ones: those are not public. */
export function enterBases({ request, country, journal }: Asked): unknown {
  const items = listAt(request, 'request', 'kanne_jada', 'item');
  const said = items.map((item) => enter(entryOf(item), journal, (code) => country.find(code) !== undefined));
  const count = (result: Said['result']) => String(said.filter((one) => one.result === result).length);
  return {
    ...(request as object),
    response: {
      kood: '0',
      teade: 'Dokument on töödeldud',
      ok_kannete_arv: count('RIGHT'),
      info_kannete_arv: count('IGNORED'),
      pahade_kannete_arv: count('BAD'),
      kanne_jada: {
        item: said.flatMap((one, n) => {
          if (one.result === 'RIGHT') return [];
          const tyyp = one.result === 'BAD' ? 'V' : 'I';
          return [{ kanne: items[n], viga_jada: { item: [{ tyyp, element_name: one.element, kood: one.code, kirjeldus: one.text }] } }];
        }),
      },
    },
  };
}

/** Kindlustused v1: the bases that are in force on a day, one's own and others'. */
export function basesAsOf({ request, journal, today }: Asked, others: (person: string) => readonly object[]): unknown {
  const asOf = textAt(request, 'request', 'seisuga') || today.toString();
  const people = listAt(request, 'request', 'kindlustatudisikud', 'item').map(String);
  const inForce = basesIn(journal.accepted).filter(
    ({ person, since, until }) => people.includes(person) && since <= asOf && (until === undefined || until >= asOf),
  );
  return {
    ...(request as object),
    response: { aeg: asOf, kindlustused: { kindlustus: [...people.flatMap(others), ...inForce.map(rowOf)] } },
  };
}

function entryOf(item: unknown): Entry {
  const member = (...path: string[]) => textAt(item, ...path);
  return {
    person: member('isik', 'isikukood').replace(/^EE/i, ''),
    insurer: member('kindlustaja', 'kood'),
    kind: member('liik'),
    since: member('aluse_algus'),
    what: member('tyyp'),
    at: member('kande_aeg'),
    from: member('per_algus'),
    until: member('per_lopp'),
  };
}

function enter(entry: Entry, journal: Journal, isKnown: (person: string) => boolean): Said {
  const { person = '', kind, insurer, since, what, at } = entry;
  const times = journal.count([person, kind, insurer, since, what, at].join('|'));
  if (!isKnown(person)) return { result: 'BAD', element: 'isik', code: '1001', text: `Isikut ${person} ei leitud` };
  if (times > 1) return { result: 'IGNORED', element: 'kande_aeg', code: '2001', text: 'Kanne on juba töödeldud' };
  const exists = basesIn(journal.accepted).some((basis) => isOf(basis, entry));
  if (what === 'K' && exists) return { result: 'BAD', element: 'aluse_algus', code: '1002', text: 'Kindlustusalus on juba olemas' };
  if (what !== 'K' && !exists) return { result: 'BAD', element: 'aluse_algus', code: '1003', text: 'Kindlustusalust ei leitud' };
  journal.accept(entry);
  return { result: 'RIGHT' };
}

function basesIn(entries: readonly Entry[]): readonly Basis[] {
  const bases: Basis[] = [];
  for (const entry of entries) {
    const { person = '', insurer = '', kind = '', since = '', what } = entry;
    const [from, until] = [entry.from || undefined, entry.until || undefined];
    const n = bases.findIndex((basis) => isOf(basis, entry));
    const basis = bases[n] ?? { person, insurer, kind, since };
    // An extraordinary end sets the last day as an end does: what else it may do is not public.
    const changed = what === 'P' ? { ...basis, pausedFrom: from, pausedUntil: until } : { ...basis, until };
    bases.splice(n === -1 ? bases.length : n, 1, changed);
  }
  return bases;
}

function isOf(basis: Basis, { person, insurer, kind, since }: Entry): boolean {
  return basis.person === person && basis.insurer === insurer && basis.kind === kind && basis.since === since;
}

function rowOf({ person, insurer, kind, since, until, pausedFrom, pausedUntil }: Basis): object {
  return {
    isik_isikukood: person,
    kindlustaja_kood: insurer,
    liik: kind,
    aluse_algus: since,
    ...(until === undefined ? {} : { aluse_l6pp: until }),
    kindlustuse_algus: Temporal.PlainDate.from(since).add({ days: WAITING_DAYS }).toString(),
    ...(pausedFrom === undefined ? {} : { peatatud_alates: pausedFrom }),
    ...(pausedUntil === undefined ? {} : { peatatud_kuni: pausedUntil }),
    staatus: pausedFrom === undefined ? 'K' : 'P',
  };
}
