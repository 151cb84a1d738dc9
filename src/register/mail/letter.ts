import { holdsPersonalCode } from '../../estonia/index.ts';
import { type Failure, type FieldFailure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';

/** A file that goes with a letter. */
export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What somebody writes (e-kiri). */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

declare const checked: unique symbol;
/** A letter that may leave as it is. There is no other way to one than {@link checkLetter}. */
export type CheckedLetter = Letter & { readonly [checked]: true };

export const LETTER_STATES = ['WAITING', 'SENDING', 'SENT', 'FAILED'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A letter on its way, without what is written in it: that stands in the proceeding's course. */
export interface PostedLetter {
  readonly id: string;
  readonly proceedingId: string;
  readonly to: string;
  readonly subject: string;
  readonly postedBy: string;
  readonly postedAt: Temporal.Instant;
  readonly state: LetterState;
  readonly sentAt: Temporal.Instant | undefined;
  /** How the last attempt failed. */
  readonly code: string | undefined;
}

/**
 * Personal data go by e-mail encrypted only (REQ-123). What can be read must hold no personal code; what cannot be looked into, a scanned page or an
 * archive, may hold anything. A CDOC container is let through by what it is, not by what somebody says of it: its own head names whom it is for, by
 * personal code.
 */
export function checkLetter(letter: Letter): Result<CheckedLetter, Failure<'UNENCRYPTED_PERSONAL_DATA'>> {
  const fields: FieldFailure[] = [
    ...(['subject', 'text'] as const).flatMap((part) =>
      holdsPersonalCode(letter[part]) ? [{ pointer: `/${part}`, code: 'PERSONAL_CODE' }] : [],
    ),
    ...letter.attachments.flatMap(({ name, content }, index) => {
      const code = holdsPersonalCode(name) ? 'PERSONAL_CODE' : faultIn(content);
      return code === undefined ? [] : [{ pointer: `/attachments/${index}`, code }];
    }),
  ];
  return fields.length === 0 ? ok(letter as CheckedLetter) : fail(failure('UNENCRYPTED_PERSONAL_DATA', { fields }));
}

function faultIn(content: Uint8Array): 'PERSONAL_CODE' | 'NOT_READABLE' | undefined {
  if (isCdoc(content)) return undefined;
  const text = readText(content);
  if (text === undefined) return 'NOT_READABLE';
  return holdsPersonalCode(text) ? 'PERSONAL_CODE' : undefined;
}

/** CDOC 2.0 begins with its name and number; CDOC 1 is an XML Encryption document whose data are a cipher's. */
const CDOC_2 = Buffer.from([0x43, 0x44, 0x4f, 0x43, 0x02]);
const CDOC_1 = /^\s*(?:<\?xml[^>]*>\s*)?<(\w+):EncryptedData[^>]*"http:\/\/www\.w3\.org\/2001\/04\/xmlenc#"[\s\S]*<\1:CipherValue>/;

function isCdoc(content: Uint8Array): boolean {
  if (CDOC_2.equals(content.subarray(0, CDOC_2.length))) return true;
  const text = readText(content);
  return text !== undefined && CDOC_1.test(text);
}

/** The text that a file is; undefined where it is none. */
function readText(content: Uint8Array): string | undefined {
  if (content.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
