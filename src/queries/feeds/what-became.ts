import type { Temporal } from '../../platform/index.ts';

/** A line of the address system's log, as far as it says what became of an address. */
export interface AddressLine {
  readonly at: Temporal.Instant;
  /** `INSERTED`, `CHANGED`, `ENDED`, `RESTORED`, or another word of the register's. */
  readonly event: string;
  readonly adrId: string;
  readonly address: string;
  /** Under which id the address went before. */
  readonly formerAdrId: string | undefined;
  readonly successors: readonly string[];
}

/** What has become of an address: it goes on as it was, goes on under others, or has ended and nothing has come of it. */
export interface Became {
  readonly state: 'UNCHANGED' | 'REPLACED' | 'ENDED';
  /** The addresses that hold in its place; without a text where the log tells of none. */
  readonly current: readonly { readonly adrId: string; readonly address: string | undefined }[];
}

/** 32 changes one after the other: an address that is written anew each year goes on for a lifetime. */
const STEPS_AT_MOST = 32;

/**
 * Follows an address through the log to what holds now.
 *
 * @param linesOf what the log says of addresses, the oldest line first
 */
export async function whatBecame(adrId: string, linesOf: (adrIds: readonly string[]) => Promise<readonly AddressLine[]>): Promise<Became> {
  const seen = new Set([adrId]);
  const current: { adrId: string; address: string | undefined }[] = [];
  let asked: readonly string[] = [adrId];
  for (let step = 0; asked.length > 0 && step < STEPS_AT_MOST; step++) {
    const lines = await linesOf(asked);
    const next: string[] = [];
    for (const id of asked) {
      const led = leadsTo(id, lines);
      if (led === undefined) current.push({ adrId: id, address: lines.findLast((line) => line.adrId === id)?.address });
      else next.push(...led.filter((one) => !seen.has(one)));
    }
    for (const id of next) seen.add(id);
    asked = [...new Set(next)];
  }
  if (current.length === 0) return { state: 'ENDED', current };
  return { state: current.some((one) => one.adrId === adrId) ? 'UNCHANGED' : 'REPLACED', current };
}

/** Where an address leads to by its latest line; undefined when it holds. */
function leadsTo(id: string, lines: readonly AddressLine[]): readonly string[] | undefined {
  const latest = lines.findLast((line) => line.adrId === id || line.formerAdrId === id);
  if (latest?.formerAdrId === id) return [latest.adrId];
  return latest?.event === 'ENDED' ? latest.successors : undefined;
}
