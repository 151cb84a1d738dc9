/** How often a fault strikes. */
export interface Harm {
  /** Between two of them, ms: at least, at most. */
  readonly between: readonly [number, number];
  /** A machine that is slow at bringing things back must come to an end with it too. */
  readonly atMost: number;
}

/** How much is asked while something goes wrong, and how often it does. */
export interface Size {
  readonly name: 'short' | 'long';
  /** Trials at once. */
  readonly atOnce: number;
  /** Questions, insurance bases and declarations. */
  readonly reads: number;
  readonly writes: number;
  readonly declarations: number;
  /** Over how long they are asked, ms: spread evenly, so that every fault meets some of them. */
  readonly overMs: number;
  readonly harm: Readonly<Record<'R1' | 'R2' | 'R3' | 'R7' | 'R8', Harm>>;
  /** The database's whole disk, MiB (R7): what is asked takes some 60 kB each in tables and log, an empty cluster 40 MiB. Memory of the machine's. */
  readonly diskMib: number;
  /** Queries to each misbehaving register (R4). */
  readonly hostile: number;
  /** Proceedings that are closed (R5), and keys that are used by 64 callers at once (R6). */
  readonly closings: number;
  readonly keys: number;
}

/** Enough to meet every fault some times, in a few minutes for both backends. */
export const SHORT: Size = {
  name: 'short',
  atOnce: 4,
  reads: 200,
  writes: 10,
  declarations: 4,
  overMs: 8_000,
  harm: {
    R1: { between: [500, 1_500], atMost: 4 },
    R2: { between: [2_000, 3_000], atMost: 3 },
    R3: { between: [2_000, 3_000], atMost: 3 },
    R7: { between: [1_000, 2_000], atMost: 4 },
    R8: { between: [1_500, 2_500], atMost: 4 },
  },
  diskMib: 400,
  hostile: 8,
  closings: 12,
  keys: 4,
};

/** 10,000 in each row, and the faults as often as the proof says. */
export const LONG: Size = {
  name: 'long',
  atOnce: 1,
  reads: 9_700,
  writes: 250,
  declarations: 50,
  overMs: 200_000,
  harm: {
    R1: { between: [2_000, 5_000], atMost: 1000 },
    R2: { between: [5_000, 10_000], atMost: 1000 },
    R3: { between: [10_000, 20_000], atMost: 1000 },
    R7: { between: [5_000, 10_000], atMost: 1000 },
    R8: { between: [5_000, 10_000], atMost: 1000 },
  },
  diskMib: 3000,
  hostile: 100,
  closings: 200,
  keys: 50,
};
