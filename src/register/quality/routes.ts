import { Type } from 'typebox';
import { type Clock, ok, today } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { listActiveRecords, type Route, read } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { judgeFiles } from '../people/index.ts';
import { CASE_WORKERS, findLeftActions, findOwnProceedings, findWaitingIntakes } from '../proceedings/index.ts';
import { type DataQualityIssue, ISSUE_RULES, issuesOf, WAITING_DAYS } from './issue.ts';

/** Proceedings that are looked through for one page. */
const PAGE = 50;
/** Intakes that are told of at most, and planned actions: who has more has other worries than to see them all. */
const TOLD_AT_MOST = 200;
const Id = Type.String({ format: 'uuid' });

const IssueReply = Type.Object({
  rule: Type.Enum([...ISSUE_RULES]),
  clientId: Type.Optional(Id),
  proceedingId: Type.Optional(Id),
  intakeId: Type.Optional(Id),
  actionId: Type.Optional(Id),
  others: Type.Optional(Type.Array(Id, { description: 'Other files that may be the same person’s' })),
});

export interface QualityPorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** What a worker can put right of their own data (REQ-045): read from the data as they are, so that it is gone when it is right. */
export function qualityRoutes({ database, clock }: QualityPorts): readonly Route[] {
  return [
    read({
      method: 'GET',
      path: '/data-quality/issues',
      summary:
        'What is missing or doubtful in what I have under way: files, proceedings, intakes; and what nobody of the institution has in hand. A page looks through 50 proceedings',
      callers: CASE_WORKERS,
      query: Type.Object({ owner: Type.Enum(['me', 'nobody']), after: Type.Optional(Id) }, { additionalProperties: false }),
      reply: Type.Object({ items: Type.Array(IssueReply), next: Type.Optional(Id) }),
      async show({ actor, query: { owner, after } }) {
        const now = clock.now();
        const { db } = database;
        const whose = owner === 'me' ? { worker: actor.userId } : { noneOf: await workersOf(db, actor.institutionId) };
        const own = await findOwnProceedings(db, actor, whose, { after, limit: PAGE });
        const issues: DataQualityIssue[] = [];
        if (after === undefined) {
          const before = now.subtract({ hours: 24 * WAITING_DAYS });
          for (const { id } of await findWaitingIntakes(db, actor, whose, before, TOLD_AT_MOST))
            issues.push({ rule: 'INTAKE_WAITING', intakeId: id });
          const left = 'noneOf' in whose ? await findLeftActions(db, actor, whose.noneOf, TOLD_AT_MOST) : [];
          for (const { id, proceedingId } of left) issues.push({ rule: 'ACTION_OF_NOBODY', proceedingId, actionId: id });
        }
        for (const proceeding of own) {
          if (owner === 'nobody') issues.push({ rule: 'PROCEEDING_OF_NOBODY', proceedingId: proceeding.id });
          else issues.push(...issuesOf(proceeding, await judgeFiles(db, proceeding.clientIds, actor.institutionId, today(clock)), now));
        }
        await appendAudit(db, {
          action: 'DATA_QUALITY_READ',
          at: now,
          actor,
          outcome: 'DONE',
          details: { proceedings: own.length, issues: issues.length },
        });
        const last = own.at(-1);
        return ok({ body: { items: issues, ...(own.length === PAGE && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
  ];
}

/** Who works in the institution now. */
async function workersOf(db: Db, institutionId: string): Promise<readonly string[]> {
  return (await listActiveRecords(db, institutionId)).map(({ userId }) => userId);
}
