/** 64 levels: the deepest known register answer has 14; libxml2 alone would allow 256. */
export const MAX_DEPTH = 64;
/** 100,000 elements: a 1 MB mass answer has about 30,000; larger sets travel as attachments. */
export const MAX_ELEMENTS = 100_000;
/** 64 attributes on one element: the envelope with every well known namespace declared has 10. */
export const MAX_ATTRIBUTES = 64;
/** 100,000 attributes in a message: one for each element. */
export const MAX_ATTRIBUTES_IN_ALL = 100_000;
/** 1,024 namespace declarations around one place, at all levels: the deepest known answer has 20, and each costs whoever looks a prefix up. */
export const MAX_DECLARATIONS = 1_024;
/** 32 pieces of one text, parted by comments, CDATA or instructions: libxml2's validator copies a text once for each of its pieces. */
export const MAX_TEXT_PIECES = 32;
/** 200,000 references (`&amp;`, `&#13;`): 10 MiB of base64 in lines, each end of line a reference, have 140,000. */
export const MAX_REFERENCES = 200_000;
/** 16 MiB of SOAP part: above a security server's default loggable body (10 MiB), below what would press on memory (one decoded copy: 32 MiB). */
export const MAX_SOAP_BYTES = 16 * 1024 * 1024;
/** 64 MiB for a whole message with attachments: three times Estonia's loggable body of 20 MiB. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
/** 100 parts: one SOAP part and 99 attachments; no known service sends more than a few. */
export const MAX_PARTS = 100;
/** 8 KiB for the header lines of one MIME part, as most HTTP servers allow for a whole request. */
export const MAX_PART_HEADER_BYTES = 8 * 1024;
/** 255 characters: the column of a security server's own registry (PR-MESS 2.7). */
export const MAX_IDENTIFIER_LENGTH = 255;
/** 70 characters of boundary: RFC 2046, 5.1.1. */
export const MAX_BOUNDARY_LENGTH = 70;
/** 1,024 characters of a header text (id, userId, issue): four times what a security server's message log keeps. */
export const MAX_HEADER_TEXT_LENGTH = 1024;
/** 64 MiB of ZIP archive (signed documents): a message at its largest does not pack to more. */
export const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;
/** 128 MiB unpacked: what says it is more is not unpacked. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
/** 1,024 files in an archive: a signed document has ten and its attachments, a global configuration three for each instance. */
export const MAX_ARCHIVE_ENTRIES = 1_024;
