import type { ScannedAttribute, ScannedElement } from './scanned.ts';
import type { Scope } from './scope.ts';

/** Of elements without children; replaced, never written to. */
export const NO_CHILDREN: OpenElement[] = [];

/**
 * Mutable while the element is open. A class, because V8 remembers where literals are made: when the first of them happen to live long, it puts all
 * later ones where the old objects are, and reading then costs a quarter more for the life of the process.
 */
export class OpenElement implements ScannedElement {
  readonly namespace: string;
  readonly localName: string;
  readonly attributes: readonly ScannedAttribute[];
  children: OpenElement[] = NO_CHILDREN;
  readonly outerScope: Scope;
  readonly innerScope: Scope;
  text = '';
  broken = false;
  segments = 0;
  readonly start: number;
  readonly nameEnd: number;
  end = 0;

  constructor(
    namespace: string,
    localName: string,
    attributes: readonly ScannedAttribute[],
    outerScope: Scope,
    innerScope: Scope,
    start: number,
    nameEnd: number,
  ) {
    this.namespace = namespace;
    this.localName = localName;
    this.attributes = attributes;
    this.outerScope = outerScope;
    this.innerScope = innerScope;
    this.start = start;
    this.nameEnd = nameEnd;
  }
}
