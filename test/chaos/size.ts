/** Between two faults, ms: at least, at most. */
export type Between = readonly [number, number];

/** How much is asked while something goes wrong, and how often it does. */
export interface Size {
  readonly name: 'short' | 'long';
  /** Questions, insurance bases and declarations. */
  readonly reads: number;
  readonly writes: number;
  readonly declarations: number;
  /** Over how long they are asked, ms: spread evenly, so that every fault meets some of them. */
  readonly overMs: number;
  readonly between: Readonly<Record<'R1' | 'R2' | 'R3' | 'R7' | 'R8', Between>>;
  /** Queries to each misbehaving register (R4). */
  readonly hostile: number;
  /** Proceedings that are closed (R5), and keys that are used by 64 callers at once (R6). */
  readonly closings: number;
  readonly keys: number;
}

/** Enough to meet every fault some times, in a few minutes for both backends. */
export const SHORT: Size = {
  name: 'short',
  reads: 260,
  writes: 10,
  declarations: 4,
  overMs: 9_000,
  between: { R1: [500, 1_500], R2: [2_000, 3_000], R3: [2_000, 3_000], R7: [1_000, 2_000], R8: [1_500, 2_500] },
  hostile: 8,
  closings: 12,
  keys: 4,
};

/** 10,000 in each row, and the faults as often as the proof says. */
export const LONG: Size = {
  name: 'long',
  reads: 9_700,
  writes: 250,
  declarations: 50,
  overMs: 200_000,
  between: { R1: [2_000, 5_000], R2: [5_000, 10_000], R3: [10_000, 20_000], R7: [5_000, 10_000], R8: [5_000, 10_000] },
  hostile: 100,
  closings: 200,
  keys: 50,
};
