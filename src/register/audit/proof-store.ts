import { sql } from 'kysely';
import type { Db } from '../../storage/index.ts';
import { contentOf, GENESIS } from './chain.ts';
import type { AuditEventRow } from './store.ts';

/** A line of the log with its place in the chain: all that is needed to compute its seal again. */
export interface ProvenLine {
  readonly id: string;
  readonly userId: string | undefined;
  readonly institutionId: string | undefined;
  readonly action: string;
  /** Undefined of a line that is not sealed yet, or whose forerunner is lost. */
  readonly place:
    | {
        readonly line: number;
        /** The seal: SHA-256 over the bytes of `before` and the text of `content`. Hexadecimal. */
        readonly hash: string;
        readonly before: string;
        readonly content: string;
      }
    | undefined;
}

type ProvenRow = AuditEventRow & {
  readonly seal_line: string | null;
  readonly seal_hash: Uint8Array | null;
  readonly seal_before: Uint8Array | null;
};

/** The lines about a proceeding in the order of time, behind the given one. */
export async function findProvenLines(
  db: Db,
  proceedingId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly ProvenLine[]> {
  const behind = after === undefined ? sql`true` : sql`(e.at, e.id) > (select at, id from audit_event where id = ${after})`;
  const { rows } = await sql<ProvenRow>`
    select e.*, s.line as seal_line, s.hash as seal_hash, coalesce(b.hash, a.hash) as seal_before
    from audit_event e
    left join audit_seal s on s.event_id = e.id
    left join audit_seal b on b.line = s.line - 1
    left join audit_anchor a on a.line = s.line - 1
    where e.proceeding_id = ${proceedingId} and ${behind}
    order by e.at, e.id
    limit ${limit}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id ?? undefined,
    institutionId: row.institution_id ?? undefined,
    action: row.action,
    place: placeOf(row),
  }));
}

function placeOf(row: ProvenRow): ProvenLine['place'] {
  if (row.seal_line === null || row.seal_hash === null) return undefined;
  const line = Number(row.seal_line);
  // The seal before the first line that is left is kept when the months before it go.
  const before = line === 1 ? GENESIS : row.seal_before;
  return before === null ? undefined : { line, hash: hex(row.seal_hash), before: hex(before), content: contentOf(line, row) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
