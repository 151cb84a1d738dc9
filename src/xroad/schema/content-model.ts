/** What may stand inside an element, as a schema's particle says it. `T`: what is known of an element that stands there. */
export type Particle<T> = Occurs &
  (
    | { readonly kind: 'element'; readonly namespace: string; readonly localName: string; readonly rule: T }
    | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Particle<T>[] }
  );

export interface Occurs {
  readonly min: number;
  /** Infinity for `unbounded`. */
  readonly max: number;
}

/** A place for an element, or the beginning. From each, a name leads to one next place at most: schemas are deterministic (XSD 1.0, 3.8.6). */
export class Place<T> {
  readonly namespace: string;
  readonly localName: string;
  readonly rule: T | undefined;
  /** How often in a row an element may stand here. */
  readonly atLeast: number;
  readonly atMost: number;
  readonly #next = new Map<string, Place<T>>();
  #likely: Place<T> | undefined;
  /** Whether nothing more need follow. */
  mayEnd = false;

  constructor(namespace: string, localName: string, rule: T | undefined, { min, max }: Occurs) {
    this.namespace = namespace;
    this.localName = localName;
    this.rule = rule;
    this.atLeast = min;
    this.atMost = max;
  }

  /** Where an element of that name stands next; undefined when it may not. */
  next(namespace: string, localName: string): Place<T> | undefined {
    const likely = this.#likely;
    const place = likely !== undefined && likely.localName === localName ? likely : this.#next.get(localName);
    return place !== undefined && place.namespace === namespace ? place : undefined;
  }

  /** Whether nothing can follow. */
  get isEnd(): boolean {
    return this.#next.size === 0;
  }

  leadTo(place: Place<T>): void {
    const other = this.#next.get(place.localName);
    if (other !== undefined && other !== place) throw new TooHard();
    this.#next.set(place.localName, place);
    this.#likely ??= place;
  }
}

/** More than this small model of content can say. */
class TooHard extends Error {}

/** The places where a piece of content may begin and end, and whether it may be absent. */
interface Piece<T> {
  readonly optional: boolean;
  readonly first: readonly Place<T>[];
  readonly last: readonly Place<T>[];
}

/**
 * Compiles a particle into places (Glushkov's construction); gives the beginning. Undefined for what is beyond it: groups that repeat a
 * counted number of times, counted elements inside groups that repeat, one name with two meanings at one place.
 */
export function contentModel<T>(particle: Particle<T>): Place<T> | undefined {
  const beginning = new Place<T>('', '', undefined, { min: 0, max: 0 });
  try {
    const all = piece(particle, false);
    for (const place of all.first) beginning.leadTo(place);
    for (const place of all.last) place.mayEnd = true;
    beginning.mayEnd = all.optional;
    return beginning;
  } catch (error) {
    if (error instanceof TooHard) return undefined;
    throw error;
  }
}

function piece<T>(particle: Particle<T>, repeats: boolean): Piece<T> {
  if (particle.max === 0) return { optional: true, first: [], last: [] };
  if (particle.kind === 'element') return element(particle, repeats);
  const { min, max } = particle;
  if (min > 1 || (max > 1 && max !== Number.POSITIVE_INFINITY)) throw new TooHard();
  const pieces = particle.of.map((one) => piece(one, repeats || max > 1));
  const inside = particle.kind === 'choice' ? choice(pieces) : sequence(pieces);
  if (max > 1) connect(inside.last, inside.first);
  return { ...inside, optional: inside.optional || min === 0 };
}

function element<T>(particle: Particle<T> & { readonly kind: 'element' }, repeats: boolean): Piece<T> {
  const { namespace, localName, rule, min, max } = particle;
  const counted = min > 1 || (max > 1 && max !== Number.POSITIVE_INFINITY);
  if (counted && repeats) throw new TooHard();
  const place = new Place(namespace, localName, rule, counted ? { min: Math.max(min, 1), max } : { min: 1, max: Number.POSITIVE_INFINITY });
  if (max > 1) place.leadTo(place);
  return { optional: min === 0, first: [place], last: [place] };
}

function choice<T>(pieces: readonly Piece<T>[]): Piece<T> {
  return {
    optional: pieces.some(({ optional }) => optional),
    first: pieces.flatMap(({ first }) => first),
    last: pieces.flatMap(({ last }) => last),
  };
}

function sequence<T>(pieces: readonly Piece<T>[]): Piece<T> {
  let all: Piece<T> = { optional: true, first: [], last: [] };
  for (const next of pieces) {
    connect(all.last, next.first);
    all = {
      optional: all.optional && next.optional,
      first: all.optional ? [...all.first, ...next.first] : all.first,
      last: next.optional ? [...all.last, ...next.last] : next.last,
    };
  }
  return all;
}

function connect<T>(from: readonly Place<T>[], to: readonly Place<T>[]): void {
  for (const one of from) for (const other of to) one.leadTo(other);
}
