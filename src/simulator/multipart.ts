/** A file beside an answer. */
export interface AnswerFile {
  readonly contentId: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

const BOUNDARY = 'xroad-simulator';

/** A multipart answer: the message, and its files behind it, binary. */
export function multipart(soap: Uint8Array, files: readonly AnswerFile[]): { readonly bytes: Uint8Array; readonly contentType: string } {
  const pieces = [
    Buffer.from(`--${BOUNDARY}\r\nContent-Type: text/xml; charset=UTF-8\r\n\r\n`),
    soap,
    ...files.flatMap(({ contentId, contentType, content }) => [
      Buffer.from(
        `\r\n--${BOUNDARY}\r\nContent-Type: ${contentType}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${contentId}>\r\n\r\n`,
      ),
      content,
    ]),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ];
  return { bytes: Buffer.concat(pieces), contentType: `multipart/related; type="text/xml"; charset=UTF-8; boundary=${BOUNDARY}` };
}
