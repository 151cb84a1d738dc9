import type { Db } from '../../storage/index.ts';
import { contactView, type Intake } from '../proceedings/index.ts';
import { findNamed } from './people-named.ts';
import type { Contents, Fields } from './printout.ts';
import { momentOf, type Voice } from './voice.ts';
import { WORDS } from './words.ts';

/** What is printed of an intake: what is shown of it. */
export async function intakeContents(db: Db, voice: Voice, intake: Intake): Promise<Contents> {
  const { say, name } = voice;
  const named = await findNamed(db, {
    workers: [intake.registeredBy],
    institutions: [intake.institutionId],
    clients: intake.subjects.map(({ clientId }) => clientId),
  });
  return {
    title: `${say(WORDS.intake)} ${intake.no}`,
    sections: [
      {
        kind: 'FIELDS',
        heading: say(WORDS.general),
        fields: [
          [say(WORDS.number), intake.no],
          [say(WORDS.kind), name('INTAKE_KIND', intake.kind)],
          [say(WORDS.channel), name('INTAKE_CHANNEL', intake.channel)],
          [say(WORDS.state), name('INTAKE_STATE', intake.state)],
          [say(WORDS.received), momentOf(intake.receivedAt)],
          [say(WORDS.registeredBy), `${named.worker(intake.registeredBy)}, ${named.institution(intake.institutionId)}`],
          ...(intake.actualAddress === undefined ? [] : [[say(WORDS.actualAddress), intake.actualAddress.text] as const]),
          [say(WORDS.problem), intake.problem],
          ...(intake.endedReason === undefined ? [] : [[say(WORDS.endedReason), intake.endedReason] as const]),
        ],
      },
      {
        kind: 'TABLE',
        heading: say(WORDS.subjects),
        columns: [
          { name: say(WORDS.name), width: 3 },
          { name: say(WORDS.code), width: 2 },
          { name: say(WORDS.role), width: 2 },
        ],
        rows: intake.subjects.map(({ clientId, role }) => [named.client(clientId), named.code(clientId), name('SUBJECT_ROLE', role)]),
      },
      ...contactSection(voice, intake),
    ],
  };
}

function contactSection({ say }: Voice, intake: Intake): readonly Fields[] {
  const { contactPerson } = contactView(intake);
  if (contactPerson === undefined) return [];
  const heading = say(WORDS.contactPerson);
  if ('withheld' in contactPerson) return [{ kind: 'FIELDS', heading, fields: [[say(WORDS.name), say(WORDS.withheld)]] }];
  const fields = [
    [say(WORDS.name), 'anonymous' in contactPerson ? say(WORDS.anonymous) : contactPerson.name],
    [say(WORDS.code), 'anonymous' in contactPerson ? undefined : contactPerson.personalCode],
    [say(WORDS.relation), contactPerson.relation],
    [say(WORDS.phone), contactPerson.phone],
    [say(WORDS.email), contactPerson.email],
  ] as const;
  return [{ kind: 'FIELDS', heading, fields: fields.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])) }];
}
