export { type ContentType, isSoapType, parseContentType } from './content-type.ts';
export type { Part, PartHeader } from './part.ts';
export { contentIdOf, referenceTo } from './reference.ts';
export { splitParts } from './split.ts';
export { type Attachments, BrokenMessage, collect, type StreamedPart, streamParts } from './stream.ts';
export { type Attachment, type Outgoing, type Packaging, packMessage } from './write.ts';
export { reconstitute } from './xop.ts';
