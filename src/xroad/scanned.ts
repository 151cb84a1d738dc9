import type { Scope } from './scope.ts';

export interface ScannedAttribute {
  readonly namespace: string;
  readonly localName: string;
  readonly value: string;
}

/** An element as it stands in the text of the document. */
export interface ScannedElement {
  readonly namespace: string;
  readonly localName: string;
  readonly attributes: readonly ScannedAttribute[];
  readonly children: readonly ScannedElement[];
  /** Text and CDATA directly inside, letter by letter. */
  readonly text: string;
  /** Whether the text is broken by a comment, an instruction or CDATA: parsers differ in what such an element says (`admin<!-- -->evil`). */
  readonly broken: boolean;
  /** Namespaces in scope outside this element, and inside: with those it declares itself. */
  readonly outerScope: Scope;
  readonly innerScope: Scope;
  /** Where the element stands in the text: of its `<`, of the end of its name, after its last `>`. */
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
}

/** A document as scanned. */
export interface Scanned {
  readonly root: ScannedElement;
  /**
   * Whether the document is plain: elements with ASCII names, attributes, text and the five built-in entities, as nearly every message is. Of
   * plain documents the scanner is a judge by itself; whether any other is well-formed, `libxmlAccepts` has to say.
   */
  readonly plain: boolean;
}
