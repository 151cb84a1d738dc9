/** An id of ours or of X-Road's, of which eleven digits in a row may be part. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Whether a text holds a personal code: eleven digits in a row, however they are set apart, that are not part of an id. */
export function namesAPerson(text: string): boolean {
  return /\d{11}/.test(text.replace(ID, ' x ').replace(/[\s-]/g, ''));
}
