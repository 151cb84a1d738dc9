import type { PersonalCode } from '../estonia/index.ts';
import type { Result, Temporal } from '../platform/index.ts';
import type { Attachment, BodyElement, Part, SchemaMismatch } from '../xroad/index.ts';
import type { AnswerDefect } from './credible.ts';
import type { QueryType, Reading } from './query-type.ts';
import type { Registry } from './registry.ts';

/** What is ordered of a register: about whom, with which parameters. The same people are looked for in the file that comes of it. */
export interface BatchOrder<P> {
  readonly people: readonly PersonalCode[];
  readonly parameters: P;
  /** The date in Tallinn. */
  readonly today: Temporal.PlainDate;
}

/** A message to a mass service: its body, and the files that it names. */
export interface BatchMessage {
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/** What came back of a mass service. */
export interface BatchAnswer {
  readonly body: BodyElement;
  readonly attachments: readonly Part[];
}

/** What a register says to an order: a ticket under which its file will be had, or no. */
export type Submission =
  | { readonly state: 'ACCEPTED'; readonly ticket: string }
  | { readonly state: 'REJECTED'; readonly reason: string; readonly text?: string };

/**
 * What a register says to a ticket. There is no "ready" beside the file: no mass service tells the one without the other, so that whoever learns
 * that a file is ready has it. `GONE`: the ticket is not known any more, and never will be again.
 */
export type Collection<R> =
  | { readonly state: 'NOT_YET' }
  | { readonly state: 'READY'; readonly readings: ReadonlyMap<PersonalCode, Reading<R>>; readonly passedOver: number }
  | { readonly state: 'GONE' }
  | { readonly state: 'REJECTED'; readonly reason: string; readonly text?: string };

/** Who lives somewhere, or a refusal to tell. */
export type Listing =
  | { readonly state: 'LISTED'; readonly people: readonly PersonalCode[] }
  | { readonly state: 'REJECTED'; readonly reason: string; readonly text?: string };

/** What the law and the worker need to know of a mass service: the same as of a query type. All of them read. */
interface MassService<P>
  extends Pick<
    QueryType<P>,
    | 'code'
    | 'registry'
    | 'name'
    | 'contract'
    | 'legalBasis'
    | 'roles'
    | 'storage'
    | 'justification'
    | 'fields'
    | 'parameters'
    | 'deadlineSeconds'
  > {
  /** People in one order. */
  readonly peopleAtMost: number;
  /** How long the registers may take; after that nobody asks any more. */
  readonly giveUpHours: number;
}

/**
 * One mass service that is worked by a ticket: submit, ask for the file until it is there, take it once. An order that is submitted twice costs
 * the register work and changes nothing, so an attempt of which nobody knows whether it ran may be repeated; the ticket that was lost with it is
 * void.
 */
export interface TicketBatch<P = Readonly<Record<string, unknown>>, R = unknown> extends MassService<P>, Pick<QueryType, 'allowedKinds'> {
  /** The order names subjects of open proceedings. */
  readonly about: 'NAMED_PEOPLE';
  readonly submit: {
    readonly service: QueryType['service'];
    write(order: BatchOrder<P>): Result<BatchMessage, SchemaMismatch>;
    read(answer: BatchAnswer): Result<Submission, AnswerDefect>;
  };
  readonly collect: {
    readonly service: QueryType['service'];
    write(ticket: string): Result<BatchMessage, SchemaMismatch>;
    /** Reads the file into a reading for each person ordered, of the minimum fields. One about somebody else is either passed over or believed in nothing. */
    read(answer: BatchAnswer, order: BatchOrder<P>): Result<Collection<R>, AnswerDefect>;
  };
}

/**
 * A question about the residents of the municipality that orders it, which is a task of its own by law and not a proceeding's: one register lists
 * them, and at once another is asked about all of them. Both answer in the exchange itself; there is no ticket. Whom the second says nothing of is
 * never entered.
 */
export interface ResidentsBatch<R = unknown> extends MassService<Readonly<Record<never, never>>> {
  readonly about: 'RESIDENTS';
  /** How often a municipality may order it in a calendar year. */
  readonly perYearAtMost: number;
  readonly list: {
    readonly registry: Registry;
    readonly service: QueryType['service'];
    /** @param municipality its code (EHAK) */
    write(municipality: string): Result<BatchMessage, SchemaMismatch>;
    read(answer: BatchAnswer): Result<Listing, AnswerDefect>;
  };
  readonly collect: {
    readonly service: QueryType['service'];
    write(people: readonly PersonalCode[]): Result<BatchMessage, SchemaMismatch>;
    read(answer: BatchAnswer, order: BatchOrder<unknown>): Result<Extract<Collection<R>, { state: 'READY' }>, AnswerDefect>;
  };
}

export type BatchType = TicketBatch | ResidentsBatch;
