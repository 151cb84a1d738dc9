import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): sorts by time of making, so indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Whether the text has a UUID's shape; asked before the database is, which would raise on anything else. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
