import { hash } from 'node:crypto';
import type { Question } from './query.ts';

/** A question of a proceeding, by its hash. */
export interface HashedQuestion {
  readonly proceedingId: string;
  readonly hash: string;
}

/**
 * What makes two questions of one proceeding the same: type, subject and parameters, whoever asks and why. Made of ids, never of a personal
 * code, so the hash gives nothing away.
 */
export function questionHash(question: Question): string {
  const parameters = Object.entries(question.parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([question.type, question.subjectId, parameters]), 'base64url');
}

/** A key for maps of what is known of questions of several proceedings. */
export function questionKey({ proceedingId, hash }: HashedQuestion): string {
  return `${proceedingId} ${hash}`;
}
