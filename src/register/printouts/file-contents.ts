import { Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type Client, type FileSeen, generalView, type LastProceeding, type Told } from '../people/index.ts';
import { codeOf, findNamed, nameOf } from './people-named.ts';
import type { Contents, Fields, Table } from './printout.ts';
import { wordsOfTold } from './told-words.ts';
import { dayOf, momentOf, type Voice } from './voice.ts';
import { WORDS } from './words.ts';

/** What somebody sees of a client file. */
export interface FileContents {
  readonly file: FileSeen;
  readonly on: Temporal.PlainDate;
  readonly lastProceeding: LastProceeding | undefined;
  /** All that was entered and done, the latest first. */
  readonly lines: readonly Told[];
}

/** What is printed of a client file (väljavõte klienditoimikust): as it stands, and every line of it, as far as the reader sees it. */
export async function fileContents(db: Db, voice: Voice, { file, on, lastProceeding, lines }: FileContents): Promise<Contents> {
  const { client, entries, files } = file;
  const { say } = voice;
  return {
    title: `${say(WORDS.extract)}: ${nameOf(client)}`,
    sections: [
      personOf(voice, client),
      ...generalOf(voice, generalView(entries, files, on)),
      ...(lastProceeding === undefined ? [] : [situationOf(voice, lastProceeding)]),
      await linesOf(db, voice, lines),
    ],
  };
}

function personOf({ say, name }: Voice, client: Client): Fields {
  const { birthDate, sex, citizenship } = client;
  return {
    kind: 'FIELDS',
    heading: say(WORDS.person),
    fields: [
      [say(WORDS.name), nameOf(client)],
      [say(WORDS.code), codeOf(client)],
      ...(birthDate === undefined ? [] : [[say(WORDS.birthDate), dayOf(birthDate)] as const]),
      ...(sex === undefined ? [] : [[say(WORDS.sex), name('SEX', sex)] as const]),
      ...(citizenship === undefined ? [] : [[say(WORDS.citizenship), citizenship] as const]),
    ],
  };
}

function generalOf({ say, name }: Voice, view: ReturnType<typeof generalView>): readonly (Fields | Table)[] {
  const { contacts, residence, actualAddress, bankAccounts, network, household } = view;
  const since = ({ validFrom, source }: { readonly validFrom: string; readonly source: string }) =>
    `${dayOf(Temporal.PlainDate.from(validFrom))}, ${name('SOURCE', source)}`;
  const fields = [
    [WORDS.phone, contacts?.phone],
    [WORDS.email, contacts?.email],
    [WORDS.residence, residence && `${residence.text} (${since(residence)})`],
    [WORDS.actualAddress, actualAddress && `${actualAddress.text} (${since(actualAddress)})`],
  ] as const;
  const from = { name: say(WORDS.validFrom), width: 2 };
  return [
    {
      kind: 'FIELDS',
      heading: say(WORDS.general),
      fields: fields.flatMap(([label, value]) => (value === undefined ? [] : [[say(label), value] as const])),
    },
    {
      kind: 'TABLE',
      heading: say(WORDS.accounts),
      columns: [{ name: say(WORDS.account), width: 3 }, { name: say(WORDS.owning), width: 3 }, from],
      rows: bankAccounts.map((account) => [account.iban, account.owner, since(account)]),
    },
    {
      kind: 'TABLE',
      heading: say(WORDS.network),
      columns: [{ name: say(WORDS.name), width: 3 }, { name: say(WORDS.relation), width: 2 }, { name: say(WORDS.role), width: 3 }, from],
      rows: network.map((member) => [memberName(member), name('RELATION', member.relation), member.role ?? '', since(member)]),
    },
    {
      kind: 'TABLE',
      heading: say(WORDS.household),
      columns: [{ name: say(WORDS.name), width: 1 }],
      rows: household.map((person) => [memberName(person)]),
    },
  ];
}

/** Whom the register knows no name of has none here either. */
function memberName(member: { readonly firstName?: string; readonly lastName?: string; readonly organisation?: string }): string {
  return member.organisation ?? [member.firstName, member.lastName].filter((part) => part !== undefined).join(' ');
}

function situationOf({ say, name }: Voice, { actualAddress, socialStatus }: LastProceeding): Fields {
  return {
    kind: 'FIELDS',
    heading: say(WORDS.lastSituation),
    fields: [
      ...(actualAddress === undefined ? [] : [[say(WORDS.actualAddress), actualAddress.text] as const]),
      ...(socialStatus === undefined ? [] : [[say(WORDS.socialStatus), name('SOCIAL_STATUS', socialStatus)] as const]),
    ],
  };
}

async function linesOf(db: Db, voice: Voice, lines: readonly Told[]): Promise<Table> {
  const { say, name } = voice;
  const named = await findNamed(db, {
    workers: lines.map(({ enteredBy }) => enteredBy),
    institutions: lines.map(({ institutionId }) => institutionId),
  });
  return {
    kind: 'TABLE',
    heading: say(WORDS.lines),
    columns: [
      { name: say(WORDS.when), width: 0 },
      { name: say(WORDS.what), width: 2 },
      { name: say(WORDS.who), width: 3 },
      { name: say(WORDS.content), width: 6 },
    ],
    rows: lines.map((line) => [
      momentOf(line.enteredAt),
      name('TOLD', line.kind),
      `${named.worker(line.enteredBy)}, ${named.institution(line.institutionId)}`,
      wordsOfTold(voice, line),
    ]),
  };
}
