import { ParseOption, XmlDocument, XmlError } from 'libxml2-wasm';

/**
 * NONET: nothing is fetched. HUGE lifts libxml2's 10 MB limit of one text (base64 in a body): its other limits guard against what the
 * scanner has already refused (DOCTYPE, depth).
 */
const OPTIONS = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE };

/**
 * Whether libxml2 takes these bytes for a namespace-well-formed document. Its reasons are dropped: its texts quote the document, and what
 * they quote may be a personal code. Call only after {@link scan} has accepted the same message: it holds the caps and refuses DTDs.
 */
export function libxmlAccepts(bytes: Uint8Array): boolean {
  try {
    using document = XmlDocument.fromBuffer(bytes, OPTIONS);
    return document.root !== null;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
