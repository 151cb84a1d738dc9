import { ParseOption, XmlC14NMode, XmlDocument, XmlError } from 'libxml2-wasm';

/**
 * The canonical forms a signature may ask for. None keeps comments: text split by a comment would be signed as one thing and read as another.
 */
const FORMS = {
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315': XmlC14NMode.XML_C14N_1_0,
  'http://www.w3.org/2006/12/xml-c14n11': XmlC14NMode.XML_C14N_1_1,
  'http://www.w3.org/2001/10/xml-exc-c14n#': XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
} as const;

export type CanonicalForm = keyof typeof FORMS;

/** What a same-document reference without transforms gets (XML Signature 4.3.3.2). */
export const INCLUSIVE: CanonicalForm = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

export function isCanonicalForm(algorithm: string | undefined): algorithm is CanonicalForm {
  return algorithm !== undefined && Object.hasOwn(FORMS, algorithm);
}

/**
 * The canonical form of a document. For an element inside another document, give it cut out with the namespaces in scope declared: its
 * canonical form is the same, and what was canonicalised is the very element that was read. Undefined when it is not well-formed.
 *
 * @param inclusivePrefixes prefixes that exclusive canonicalisation treats inclusively
 */
export function canonicalise(xml: string | Uint8Array, form: CanonicalForm, inclusivePrefixes: readonly string[] = []): string | undefined {
  const options = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE };
  try {
    using document = typeof xml === 'string' ? XmlDocument.fromString(xml, options) : XmlDocument.fromBuffer(xml, options);
    const mode = FORMS[form];
    return document.canonicalizeToString({
      mode,
      withComments: false,
      ...(mode === XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 ? { inclusiveNamespacePrefixes: [...inclusivePrefixes] } : {}),
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
