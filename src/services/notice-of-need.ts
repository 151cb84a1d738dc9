import { parsePersonalCode } from '../estonia/index.ts';
import { Temporal } from '../platform/index.ts';
import type { NoticeOfNeed, PersonInNeed } from '../register/proceedings/index.ts';
import type { Isik, Sundmus } from './generated/star-teated.ts';
import type { ReceivedNotice } from './notice.ts';

/** What has happened, as the contract has it, in words for who reads the intake. */
const HAPPENED: ReadonlyMap<string, string> = new Map([
  ['LAPS_ABIVAJAV', 'Abivajav laps'],
  ['LAPS_HADAOHUS', 'Hädaohus laps'],
  ['LAHISUHTEVAGIVALD', 'Lähisuhtevägivald'],
]);

/**
 * Whom a notice is about and what it says, for the register. Where children are among the people, it is about them: of their parents the notice alone
 * tells. Who has sent it is no part of what is said (LasteKS § 27): it is the contact person, who is shown to nobody.
 */
export function needIn({ id, urgent, ehak, content, receivedAt }: Omit<ReceivedNotice, 'sender' | 'noticeId'>): NoticeOfNeed {
  const { edastaja, isikud, sundmus } = content;
  const children = isikud.isik.filter(({ roll }) => roll === 'LAPS');
  const [first, ...others] = (children.length > 0 ? children : isikud.isik).map(personIn);
  if (first === undefined) throw new Error('a notice is about somebody');
  const officer = parsePersonalCode(edastaja.ametnikIsikukood);
  return {
    id,
    isOfChild: children.length > 0,
    people: [first, ...others],
    problem: problemIn(sundmus, urgent),
    happenedIn: ehak,
    contactPerson: {
      name: edastaja.ametnikNimi,
      ...(officer === undefined ? {} : { personalCode: officer }),
      ...(edastaja.telefon === undefined ? {} : { phone: edastaja.telefon }),
      ...(edastaja.epost === undefined ? {} : { email: edastaja.epost }),
    },
    receivedAt,
  };
}

function personIn({ isikukood, eesnimi, perekonnanimi, synniaeg }: Isik): PersonInNeed {
  return {
    personalCode: isikukood === undefined ? undefined : parsePersonalCode(isikukood),
    firstName: eesnimi,
    lastName: perekonnanimi,
    // An `xsd:date` may have a zone, which says nothing of a day of birth.
    birthDate: synniaeg === undefined ? undefined : Temporal.PlainDate.from(synniaeg.slice(0, 10)),
  };
}

function problemIn({ aeg, kohtAadress, liik, kirjeldus }: Sundmus, urgent: boolean): string {
  return `${urgent ? 'KIIRE. ' : ''}${HAPPENED.get(liik) ?? 'Teade abivajajast'}: ${kirjeldus}\nSündmus: ${aeg}, ${kohtAadress}`;
}
