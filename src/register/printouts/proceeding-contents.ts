import type { Temporal, Text } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type Document, listDocuments } from '../documents/index.ts';
import {
  type CourseEntry,
  findIntake,
  findIntakesOf,
  findSubjects,
  type Intake,
  type Link,
  listLinks,
  type Proceeding,
  type SubjectInSituation,
  timelineOf,
} from '../proceedings/index.ts';
import { findNamed, type Named } from './people-named.ts';
import type { Contents, Fields, Table } from './printout.ts';
import { momentOf, type Voice } from './voice.ts';
import { WORDS } from './words.ts';

/** A question that was asked in a proceeding, as it is printed: that it was asked, and how that is proved. What was answered is not printed, since paper outlives the proceeding's key. */
export interface AskedLine {
  readonly askedAt: Temporal.Instant;
  readonly userId: string;
  readonly clientId: string;
  readonly registry: Text;
  readonly type: Text;
  readonly state: string;
  readonly answerState: string | undefined;
  readonly xRoadId: string | undefined;
  readonly requestHash: string | undefined;
}

/** The questions asked in a proceeding, the first ones first. */
export type AskedIn = (db: Db, proceedingId: string, atMost: number) => Promise<readonly AskedLine[]>;

/** What is printed of a proceeding: persons, intakes, course, questions, documents, links. */
export async function proceedingContents(
  db: Db,
  voice: Voice,
  proceeding: Proceeding,
  { askedIn, atMost }: { readonly askedIn: AskedIn; readonly atMost: number },
): Promise<Contents> {
  const { id } = proceeding;
  const [subjects, intakeIds, course, documents, links, asked] = [
    await findSubjects(db, id),
    await findIntakesOf(db, id),
    await timelineOf(db, id, { after: undefined, limit: atMost }),
    await listDocuments(db, id, { after: undefined, limit: atMost }),
    await listLinks(db, id, undefined, atMost),
    await askedIn(db, id, atMost),
  ];
  const intakes = (await Promise.all(intakeIds.map((intakeId) => findIntake(db, intakeId)))).filter((intake) => intake !== undefined);
  const named = await findNamed(db, {
    workers: [
      proceeding.ownerId,
      ...course.map(({ step, action }) => step?.by ?? action?.performedBy ?? ''),
      ...documents.map(({ uploadedBy }) => uploadedBy),
      ...links.map(({ addedBy }) => addedBy),
      ...asked.map(({ userId }) => userId),
    ].filter((userId) => userId !== ''),
    institutions: [proceeding.institutionId],
    clients: [...subjects, ...asked].map(({ clientId }) => clientId),
  });
  return {
    title: `${voice.say(WORDS.proceeding)} ${proceeding.no}`,
    sections: [
      generalOf(voice, named, proceeding),
      subjectsOf(voice, named, subjects),
      intakesOf(voice, intakes),
      courseOf(voice, named, course),
      askedOf(voice, named, asked),
      documentsOf(voice, named, documents),
      linksOf(voice, named, links),
    ],
  };
}

function generalOf({ say, name }: Voice, named: Named, proceeding: Proceeding): Fields {
  const { closedAt, closeReason } = proceeding;
  return {
    kind: 'FIELDS',
    heading: say(WORDS.general),
    fields: [
      [say(WORDS.number), proceeding.no],
      [say(WORDS.kind), name('PROCEEDING_KIND', proceeding.kind)],
      [say(WORDS.state), name('PROCEEDING_STATE', proceeding.state)],
      [say(WORDS.opened), momentOf(proceeding.openedAt)],
      ...(closedAt === undefined ? [] : [[say(WORDS.closed), momentOf(closedAt)] as const]),
      ...(closeReason === undefined ? [] : [[say(WORDS.closeReason), name('CLOSE_REASON', closeReason)] as const]),
      [say(WORDS.owner), named.worker(proceeding.ownerId)],
      [say(WORDS.institution), named.institution(proceeding.institutionId)],
    ],
  };
}

function subjectsOf({ say, name }: Voice, named: Named, subjects: readonly SubjectInSituation[]): Table {
  return {
    kind: 'TABLE',
    heading: say(WORDS.subjects),
    columns: [
      { name: say(WORDS.name), width: 3 },
      { name: say(WORDS.code), width: 3 },
      { name: say(WORDS.role), width: 2 },
      { name: say(WORDS.actualAddress), width: 3 },
      { name: say(WORDS.socialStatus), width: 2 },
      { name: say(WORDS.asOf), width: 0 },
    ],
    rows: subjects.map(({ clientId, role, actualAddress, socialStatus, asOf }) => [
      named.client(clientId),
      named.code(clientId),
      name('SUBJECT_ROLE', role),
      actualAddress?.text ?? '',
      socialStatus === undefined ? '' : name('SOCIAL_STATUS', socialStatus),
      asOf === undefined ? '' : momentOf(asOf),
    ]),
  };
}

function intakesOf({ say, name }: Voice, intakes: readonly Intake[]): Table {
  return {
    kind: 'TABLE',
    heading: say(WORDS.intakes),
    columns: [
      { name: say(WORDS.number), width: 2 },
      { name: say(WORDS.received), width: 0 },
      { name: say(WORDS.kind), width: 2 },
      { name: say(WORDS.channel), width: 2 },
      { name: say(WORDS.problem), width: 5 },
    ],
    rows: intakes.map(({ no, receivedAt, kind, channel, problem }) => [
      no,
      momentOf(receivedAt),
      name('INTAKE_KIND', kind),
      name('INTAKE_CHANNEL', channel),
      problem,
    ]),
  };
}

function courseOf(voice: Voice, named: Named, course: readonly CourseEntry[]): Table {
  const { say, name } = voice;
  const enteredAt = new Map(course.flatMap(({ id, action }) => (action === undefined ? [] : [[id, action.at] as const])));
  return {
    kind: 'TABLE',
    heading: say(WORDS.course),
    columns: [
      { name: say(WORDS.when), width: 0 },
      { name: say(WORDS.what), width: 3 },
      { name: say(WORDS.who), width: 2 },
      { name: say(WORDS.content), width: 6 },
    ],
    rows: course.map(({ step, action }) => {
      if (action === undefined) return [momentOf(step.at), name('STEP', step.kind), named.worker(step.by), step.text ?? ''];
      const { kind, state, plannedFor, doneAt, correctionOf } = action;
      const corrected = correctionOf === undefined ? undefined : enteredAt.get(correctionOf);
      const more = [
        ...(state === 'DONE' ? [] : [name('ACTION_STATE', state)]),
        ...(plannedFor === undefined ? [] : [`${say(WORDS.planned)} ${momentOf(plannedFor)}`]),
        ...(plannedFor === undefined || doneAt === undefined ? [] : [`${say(WORDS.done)} ${momentOf(doneAt)}`]),
        ...(corrected === undefined ? [] : [`${say(WORDS.corrects)} ${momentOf(corrected)}`]),
      ];
      return [
        momentOf(action.at),
        [name('ACTION_KIND', kind), ...more].join('; '),
        named.worker(action.performedBy),
        action.origin === 'AUTOMATIC' ? `${action.text} (${name('ORIGIN', action.origin)})` : action.text,
      ];
    }),
  };
}

function askedOf({ say, name }: Voice, named: Named, asked: readonly AskedLine[]): Table {
  return {
    kind: 'TABLE',
    heading: say(WORDS.queries),
    columns: [
      { name: say(WORDS.when), width: 0 },
      { name: say(WORDS.register), width: 3 },
      { name: say(WORDS.aboutWhom), width: 2 },
      { name: say(WORDS.who), width: 2 },
      { name: say(WORDS.outcome), width: 2 },
      { name: say(WORDS.evidence), width: 4 },
    ],
    rows: asked.map(({ askedAt, registry, type, clientId, userId, state, answerState, xRoadId, requestHash }) => [
      momentOf(askedAt),
      `${say(registry)}: ${say(type)}`,
      named.client(clientId),
      named.worker(userId),
      [name('QUERY_STATE', state), ...(answerState === undefined ? [] : [name('ANSWER_STATE', answerState)])].join('; '),
      [xRoadId, requestHash].filter((one) => one !== undefined).join('\n'),
    ]),
  };
}

/** That they were brought, and by which hash each is known: what stands in them is not printed with it. */
function documentsOf({ say, name }: Voice, named: Named, documents: readonly Document[]): Table {
  return {
    kind: 'TABLE',
    heading: say(WORDS.documents),
    columns: [
      { name: say(WORDS.when), width: 0 },
      { name: say(WORDS.kind), width: 2 },
      { name: say(WORDS.title), width: 3 },
      { name: say(WORDS.file), width: 5 },
      { name: say(WORDS.who), width: 2 },
    ],
    rows: documents.map(({ uploadedAt, kind, title, fileName, sha256, uploadedBy, withdrawal }) => [
      momentOf(uploadedAt),
      name('DOCUMENT_KIND', kind),
      withdrawal === undefined ? title : `${title} (${say(WORDS.withdrawn)} ${momentOf(withdrawal.at)}: ${withdrawal.reason})`,
      `${fileName}\n${sha256}`,
      named.worker(uploadedBy),
    ]),
  };
}

function linksOf({ say }: Voice, named: Named, links: readonly Link[]): Table {
  return {
    kind: 'TABLE',
    heading: say(WORDS.links),
    columns: [
      { name: say(WORDS.title), width: 3 },
      { name: say(WORDS.address), width: 5 },
      { name: say(WORDS.who), width: 2 },
      { name: say(WORDS.when), width: 0 },
    ],
    rows: links.map(({ title, url, addedBy, addedAt }) => [title, url, named.worker(addedBy), momentOf(addedAt)]),
  };
}
