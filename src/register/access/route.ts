import type { Static, TSchema } from 'typebox';
import type { Failure, Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from './actor.ts';
import type { Citizen } from './citizen-store.ts';
import type { Limit } from './limit.ts';
import type { Role } from './role.ts';

/** Who may call a route: workers by their roles or all of them, somebody who comes on their own behalf, or anybody. Whoever is not named may not: there is no other rule. */
export type Callers = readonly Role[] | 'SIGNED_IN' | 'CITIZEN' | 'ANYONE';

/** A call as the door has checked it: the person, and every part valid against the route's schema. */
export interface Call<Params, Query, Body> {
  readonly actor: Actor;
  /** Whoever calls a route that is for citizens, where nobody acts for an institution. */
  readonly citizen: Citizen;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The version in `If-Match`, where the caller sent one. */
  readonly ifMatch: string | undefined;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

type Of<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined;

/** A page, an object: what a route shows. */
export interface Shown {
  readonly status?: number;
  readonly body: unknown;
  /** The version of what is shown, for `ETag`. */
  readonly version?: string;
}

/** What a write has made or changed; the body shown for it is rendered afterwards from the id, for the first answer and for a repeated one. */
export interface Performed {
  readonly status: number;
  readonly id: string;
  readonly location?: string;
  /** What would be shown now, where it is in hand already. */
  readonly shown?: Shown;
}

interface Described<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined> {
  /** Below `/api/v1`, parameters as `:id`. */
  readonly path: string;
  readonly summary: string;
  readonly callers: Callers;
  /** What the caller may still have to do and be let in all the same. Nothing, unless it is said. */
  readonly opensTo?: readonly Limit[];
  /** Pages ask for it by themselves, again and again: that keeps nobody signed in (REQ-132). Event streams are always so. */
  readonly background?: true;
  /** Bytes of body that it takes, where that is more than every route does. */
  readonly bodyAtMost?: number;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}

/** A route that changes nothing. `POST` is for searches: what is searched for must not stand in a URL. */
export interface ReadSpec<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined>
  extends Described<P, Q, B> {
  readonly method: 'GET' | 'POST';
  readonly reply: TSchema;
  show(call: Call<Of<P>, Of<Q>, Of<B>>): Promise<Result<Shown, Failure>>;
}

/** A route that changes something: in one transaction, together with the record of its `Idempotency-Key`. */
export interface WriteSpec<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined>
  extends Described<P, Q, B> {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** It changes something that has a version, which a caller may name in `If-Match`. A version named to any other route is of nothing there. */
  readonly versioned?: true;
  readonly reply: TSchema;
  perform(call: Call<Of<P>, Of<Q>, Of<B>>, tx: Tx): Promise<Result<Performed, Failure>>;
  /** As `perform`, where no `Idempotency-Key` was sent: in a transaction that the route opens itself, to share it with other calls. */
  performUnkeyed?(call: Call<Of<P>, Of<Q>, Of<B>>): Promise<Result<Performed, Failure>>;
  show(call: Call<Of<P>, Of<Q>, Of<B>>, id: string): Promise<Result<Shown, Failure>>;
  /** Told of a refusal once the transaction is rolled back: for the log. */
  refused?(call: Call<Of<P>, Of<Q>, Of<B>>, refusal: Failure): Promise<void>;
}

/** One server-sent event. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A route that goes on telling. */
export interface StreamSpec<P extends TSchema | undefined> extends Described<P, undefined, undefined> {
  open(call: Call<Of<P>, undefined, undefined>): Promise<Result<AsyncIterable<ServerSentEvent>, Failure>>;
}

/** A file that somebody takes away. */
export interface TakenFile {
  readonly mediaType: string;
  /** As it is called where it is kept. */
  readonly name: string;
  /** Read while it is sent: of whatever size it is, no more of it is in memory than is under way. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** A route that gives a file. */
export interface FileSpec<P extends TSchema | undefined, Q extends TSchema | undefined> extends Described<P, Q, undefined> {
  /** What the file may be: `application/pdf`. */
  readonly mediaType: string;
  take(call: Call<Of<P>, Of<Q>, undefined>): Promise<Result<TakenFile, Failure>>;
}

/** A file on its way in, to be read once. */
export interface ArrivingFile {
  /** What its sender calls it. */
  readonly name: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A file that has come whole, and may still be kept or not. */
export interface FileInHand<C> {
  /** What makes it the same file as another, for `Idempotency-Key`. */
  readonly digest: string;
  keep(call: C, tx: Tx): Promise<Result<Performed, Failure>>;
  /** Called in the end in any case: throws away what was not kept. */
  discard(): Promise<void>;
}

/** A route that takes a file, as the part `file` of a form (multipart/form-data), with fields beside it. */
export interface UploadSpec<P extends TSchema | undefined, B extends TSchema> extends Described<P, undefined, B> {
  readonly body: B;
  readonly reply: TSchema;
  /** Before anything of the file is read. */
  admit(call: Call<Of<P>, undefined, undefined>): Promise<Result<void, Failure>>;
  /** Reads the file while it comes; how large it may be is decided here. */
  receive(call: Call<Of<P>, undefined, undefined>, file: ArrivingFile): Promise<Result<FileInHand<Call<Of<P>, undefined, Of<B>>>, Failure>>;
  show(call: Call<Of<P>, undefined, undefined>, id: string): Promise<Result<Shown, Failure>>;
  /** Told of a refusal once nothing of the file is left: for the log. */
  refused?(call: Call<Of<P>, undefined, undefined>, refusal: Failure): Promise<void>;
}

type AnyCall = Call<never, never, never>;

/** A route as data: the door mounts it, the documentation shows it, the rights matrix tests it. */
export type Route =
  | (Described<TSchema | undefined, TSchema | undefined, TSchema | undefined> & {
      readonly kind: 'READ';
      readonly method: 'GET' | 'POST';
      readonly reply: TSchema;
      show(call: AnyCall): Promise<Result<Shown, Failure>>;
    })
  | (Described<TSchema | undefined, TSchema | undefined, TSchema | undefined> & {
      readonly kind: 'WRITE';
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      readonly versioned?: true;
      readonly reply: TSchema;
      perform(call: AnyCall, tx: Tx): Promise<Result<Performed, Failure>>;
      performUnkeyed?(call: AnyCall): Promise<Result<Performed, Failure>>;
      show(call: AnyCall, id: string): Promise<Result<Shown, Failure>>;
      refused?(call: AnyCall, refusal: Failure): Promise<void>;
    })
  | (Described<TSchema | undefined, undefined, undefined> & {
      readonly kind: 'STREAM';
      readonly method: 'GET';
      open(call: AnyCall): Promise<Result<AsyncIterable<ServerSentEvent>, Failure>>;
    })
  | (Described<TSchema | undefined, TSchema | undefined, undefined> & {
      readonly kind: 'FILE';
      readonly method: 'GET';
      readonly mediaType: string;
      take(call: AnyCall): Promise<Result<TakenFile, Failure>>;
    })
  | (Described<TSchema | undefined, undefined, TSchema> & {
      readonly kind: 'UPLOAD';
      readonly method: 'POST';
      readonly body: TSchema;
      readonly reply: TSchema;
      admit(call: AnyCall): Promise<Result<void, Failure>>;
      receive(call: AnyCall, file: ArrivingFile): Promise<Result<FileInHand<AnyCall>, Failure>>;
      show(call: AnyCall, id: string): Promise<Result<Shown, Failure>>;
      refused?(call: AnyCall, refusal: Failure): Promise<void>;
    });

export function read<
  const P extends TSchema | undefined = undefined,
  const Q extends TSchema | undefined = undefined,
  const B extends TSchema | undefined = undefined,
>(spec: ReadSpec<P, Q, B>): Route {
  return { kind: 'READ', ...spec };
}

export function write<
  const P extends TSchema | undefined = undefined,
  const Q extends TSchema | undefined = undefined,
  const B extends TSchema | undefined = undefined,
>(spec: WriteSpec<P, Q, B>): Route {
  return { kind: 'WRITE', ...spec };
}

export function stream<const P extends TSchema | undefined = undefined>(spec: StreamSpec<P>): Route {
  return { kind: 'STREAM', method: 'GET', ...spec };
}

export function file<const P extends TSchema | undefined = undefined, const Q extends TSchema | undefined = undefined>(
  spec: FileSpec<P, Q>,
): Route {
  return { kind: 'FILE', method: 'GET', ...spec };
}

export function upload<const B extends TSchema, const P extends TSchema | undefined = undefined>(spec: UploadSpec<P, B>): Route {
  return { kind: 'UPLOAD', method: 'POST', ...spec };
}
