import type { Month, RegistryCode } from '../estonia/index.ts';
import type { Result } from '../platform/index.ts';
import type { SchemaMismatch } from '../xroad/index.ts';
import type { BatchAnswer, BatchMessage } from './batch-type.ts';
import type { AnswerDefect } from './credible.ts';
import type { QueryType } from './query-type.ts';

/** A declaration as it leaves: the institution's file for a month, under our own reference, which is the same whenever it is sent. */
export interface DeclarationFile {
  readonly reference: string;
  readonly institution: RegistryCode;
  readonly month: Month;
  readonly content: Uint8Array;
}

/**
 * What the tax board says of a declaration. `NOT_UNDERSTOOD`: it answered, and its codes say neither yes nor no to us. The codes are the
 * register's; its sentences are left out, as they may name people.
 */
export interface DeclarationReading {
  readonly state: 'ACCEPTED' | 'REJECTED' | 'NOT_UNDERSTOOD';
  readonly codes: readonly string[];
}

/** How a file is declared, and how one sees whether it was: a write whose message carries the file beside its body. */
export interface DeclarationService
  extends Pick<QueryType, 'code' | 'registry' | 'name' | 'contract' | 'legalBasis' | 'roles' | 'fields' | 'deadlineSeconds'> {
  /** What the institution declares for. */
  readonly purpose: string;
  /** Bytes. */
  readonly fileAtMost: number;
  readonly upload: {
    readonly service: QueryType['service'];
    write(file: DeclarationFile): Result<BatchMessage, SchemaMismatch>;
    read(answer: BatchAnswer, reference: string): Result<DeclarationReading, AnswerDefect>;
  };
  /** Changes nothing and may be asked again. `NOT_UNDERSTOOD` when what it shows proves nothing: never that there is no such declaration. */
  readonly look: {
    readonly service: QueryType['service'];
    write(reference: string): Result<BatchMessage, SchemaMismatch>;
    read(answer: BatchAnswer, reference: string): Result<DeclarationReading, AnswerDefect>;
  };
}
