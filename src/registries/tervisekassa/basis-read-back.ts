import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { NOTHING_FOUND } from '../nothing-found.ts';
import { faultIn, isoDate } from '../values.ts';
import type { Found, ReadBack } from '../write.ts';
import { tervisekassa } from './contract.ts';
import { type KindlustusElement, kindlustused } from './generated/tervisekassa.ts';
import type { EntryKey, EntryKind, EntryParameters } from './insurance-basis.ts';

type Entry = EntryParameters & EntryKey;

/** Kõik kindlustusliigid: under which of the narrower ones a carer's basis falls is not public, and one too narrow would read as "not there". */
const ALL_KINDS = 'T4';

/**
 * Looks whether an entry has been made, by kindlustused v1 as of the basis' first day. Of what the register publishes it alone tells of a basis by
 * its own first day and end; kindlustused2 tells of the insurance that follows from it, kindlustatus whether there is any. It proves the effect
 * and not the message: when an entry was made (kande_aeg) it does not say.
 */
export function basisReadBack(tyyp: EntryKind): ReadBack<Entry> {
  return {
    service: { code: 'kindlustused', version: 'v1' },
    buildRequest: ({ subject, parameters }) =>
      tervisekassa.write(kindlustused, {
        request: { tyyp: ALL_KINDS, kindlustatudisikud: { item: [subject] }, seisuga: parameters.since },
      }),
    readAnswer(body, question) {
      const answer = tervisekassa.read(kindlustused, body);
      if (!answer.ok) return answer;
      const { response } = answer.value;
      if (faultIn(response) !== undefined) {
        // Nothing of a person is what the register says before a first basis. Of a later entry it proves that something is amiss.
        return ok(tyyp === 'K' && NOTHING_FOUND.test(response.faultString ?? '') ? 'NOT_THERE' : 'CANNOT_TELL');
      }
      for (const { isik_isikukood } of response.kindlustused.kindlustus) {
        const believed = credible(question, { about: { 'kindlustus/isik_isikukood': isik_isikukood } });
        if (!believed.ok) return believed;
      }
      return ok(look(tyyp, question.parameters, response.kindlustused.kindlustus));
    },
  };
}

function look(tyyp: EntryKind, { since, from, until, insurer, insuranceKind }: Entry, bases: readonly KindlustusElement[]): Found {
  const own = bases.filter(({ kindlustaja_kood, aluse_algus }) => kindlustaja_kood === insurer && isoDate(aluse_algus) === since);
  const [basis] = own;
  if (basis === undefined) return tyyp === 'K' ? 'NOT_THERE' : 'CANNOT_TELL';
  // Two of the same day, or one of another kind than was sent: the register has made of it what nobody here can know.
  if (own.length > 1 || basis.liik !== insuranceKind) return 'CANNOT_TELL';
  const end = isoDate(basis.aluse_l6pp);
  switch (tyyp) {
    case 'K':
      return end === until ? 'THERE' : 'CANNOT_TELL';
    case 'P': {
      const paused = isoDate(basis.peatatud_alates);
      if (paused === undefined) return 'NOT_THERE';
      return paused === from && isoDate(basis.peatatud_kuni) === until ? 'THERE' : 'CANNOT_TELL';
    }
    case 'L':
    // Which ends an extraordinary one may take the place of is not public: any other end may be what it left, a later one too.
    case 'T':
      return end === until ? 'THERE' : end === undefined ? 'NOT_THERE' : 'CANNOT_TELL';
    case 'I':
      if (end === until) return 'THERE';
      return end !== undefined && from !== undefined && end < from ? 'NOT_THERE' : 'CANNOT_TELL';
  }
}
