import { OctetString, Sequence, Utf8String } from 'asn1js';
import { fail, ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { digestBy } from './algorithm.ts';
import { canonicalise, isCanonicalForm } from './canonical.ts';
import { attribute, base64, DS, named, only, readXmlFile } from './xml.ts';

/** What can be wrong with a hash chain, in X-Road's words. */
export type HashChainCode = 'MalformedHashChain' | 'InvalidHashChainRef' | 'InvalidHashChain' | 'HashChainUnusedInputs';

export interface HashChainDefect {
  readonly code: HashChainCode;
  readonly text: string;
}

/** What the chain is checked against. Names are absolute in the container: `/message.xml`. */
export interface HashChainInputs {
  /** The bytes behind a name: chain files and data. Data that is not there is taken by the digest the chain states. */
  read(name: string): Uint8Array | undefined;
  /** What the chain must cover, with its digest where it is known from elsewhere. */
  readonly required: ReadonlyMap<string, Uint8Array | undefined>;
}

/** What a chain that holds says. */
export interface HashChainCover {
  /** Data whose very bytes it covers. Data that it changes before the digest is not among them: nobody has signed how it is changed. */
  readonly verbatim: ReadonlySet<string>;
  /** Digests it states of data that could not be read, by name. */
  readonly unread: ReadonlyMap<string, Uint8Array>;
}

const HASH_CHAIN = 'http://cyber.ee/hashchain';
/** 10,000 digests: a batch of messages is signed together every minute; X-Road's own limit is far below. */
const MAX_DIGESTS = 10_000;
/** 100 steps, one inside the other: the tree of a batch has two branches at each step, so that 10,000 digests need 14. */
const MAX_DEPTH = 100;

/** Thrown inside this file only: a chain is walked recursively, and its first defect ends the walk. */
class Refusal extends Error {
  readonly code: HashChainCode;
  constructor(code: HashChainCode, text: string) {
    super(text);
    this.code = code;
  }
}

/**
 * Verifies that the digest in a hash chain result is the top of a Merkle tree that covers every required input (PR-MESSTRANSP; schema
 * `http://cyber.ee/hashchain`). A step is the digest of its items in DER: SEQUENCE OF { OCTET STRING digest, UTF8String method, SEQUENCE {} }.
 */
export function verifyHashChain(result: Uint8Array, inputs: HashChainInputs): Result<HashChainCover, HashChainDefect> {
  try {
    const walk = new Walk(inputs);
    walk.verify(result);
    return ok(walk);
  } catch (error) {
    if (error instanceof Refusal) return fail({ code: error.code, text: error.message });
    throw error;
  }
}

interface Step {
  readonly element: ScannedElement;
  /** Name of the chain file it stands in, and that file's default digest method. */
  readonly file: string;
  readonly method: string | undefined;
}

interface Item {
  readonly digest: Uint8Array;
  readonly method: string;
}

class Walk implements HashChainCover {
  readonly verbatim = new Set<string>();
  readonly unread = new Map<string, Uint8Array>();
  readonly #inputs: HashChainInputs;
  readonly #seen = new Set<string>();
  readonly #files = new Map<string, ReadonlyMap<string, Step>>();
  /** Steps by URI, so that a chain that meets itself again costs nothing; undefined while its own items are being read. */
  readonly #items = new Map<string, Buffer | undefined>();
  #digests = 0;
  #depth = 0;

  constructor(inputs: HashChainInputs) {
    this.#inputs = inputs;
  }

  verify(bytes: Uint8Array): void {
    const file = readXmlFile(bytes);
    if (file === undefined) throw new Refusal('MalformedHashChain', 'the hash chain result is not a readable document');
    const { root } = file;
    if (root.namespace !== HASH_CHAIN || root.localName !== 'HashChainResult' || root.children.length > 2) {
      throw new Refusal('MalformedHashChain', 'the hash chain result is not one');
    }
    const method = attribute(only(root, DS, 'DigestMethod'), 'Algorithm');
    const stated = base64(only(root, DS, 'DigestValue'));
    const uri = attribute(root, 'URI');
    if (stated === undefined || uri === undefined)
      throw new Refusal('MalformedHashChain', 'the hash chain result lacks its digest or its step');
    if (!stated.equals(this.#digest(method, this.#step(uri, '')))) {
      throw new Refusal('InvalidHashChain', 'the digest in the result is not that of the chain');
    }
    for (const name of this.#inputs.required.keys()) {
      if (!this.#seen.has(name)) throw new Refusal('HashChainUnusedInputs', `the chain does not cover ${name}`);
    }
  }

  /** The DER of a step's items. */
  #step(uri: string, from: string): Buffer {
    const hash = uri.indexOf('#');
    if (hash === -1) throw new Refusal('InvalidHashChainRef', 'a reference to a step names no step');
    const name = hash === 0 ? from : uri.slice(0, hash);
    const absolute = `${name}${uri.slice(hash)}`;
    if (this.#items.has(absolute)) {
      const known = this.#items.get(absolute);
      if (known === undefined) throw new Refusal('InvalidHashChainRef', 'a step refers to itself');
      return known;
    }
    const step = this.#steps(name).get(uri.slice(hash + 1));
    if (step === undefined) throw new Refusal('InvalidHashChainRef', 'a reference leads to no step');
    if (++this.#depth > MAX_DEPTH) throw new Refusal('MalformedHashChain', `more than ${MAX_DEPTH} steps, one inside the other`);
    this.#items.set(absolute, undefined);
    const der = derOf(step.element.children.map((child) => this.#item(child, step)));
    this.#items.set(absolute, der);
    this.#depth--;
    return der;
  }

  #item(element: ScannedElement, step: Step): Item {
    if (++this.#digests > MAX_DIGESTS) throw new Refusal('MalformedHashChain', `more than ${MAX_DIGESTS} digests`);
    if (element.namespace !== HASH_CHAIN) throw new Refusal('MalformedHashChain', 'a step holds something that is not of a hash chain');
    const method = attribute(only(element, DS, 'DigestMethod'), 'Algorithm') ?? step.method;
    if (method === undefined) throw new Refusal('MalformedHashChain', 'a digest is without a method');
    const uri = attribute(element, 'URI');
    if (element.localName === 'StepRef') {
      holdsOnly(element, ['DigestMethod']);
      return { method, digest: this.#digest(method, this.#step(uri ?? '', step.file)) };
    }
    holdsOnly(element, ['DigestMethod', 'Transforms', 'DigestValue']);
    const digest = base64(only(element, DS, 'DigestValue'));
    if (digest === undefined) throw new Refusal('MalformedHashChain', 'a digest value is missing or not one');
    if (element.localName === 'DataRef') this.#data(element, uri, method, digest);
    else if (element.localName !== 'HashValue') throw new Refusal('MalformedHashChain', 'a step holds something unknown');
    return { method, digest };
  }

  #data(element: ScannedElement, uri: string | undefined, method: string, stated: Buffer): void {
    if (uri === undefined || uri === '') throw new Refusal('MalformedHashChain', 'a reference to data names no data');
    this.#seen.add(uri);
    const known = this.#inputs.required.get(uri);
    if (known !== undefined) {
      if (!stated.equals(known)) throw new Refusal('InvalidHashChain', `the digest of ${uri} is another`);
      this.verbatim.add(uri);
      return;
    }
    const bytes = this.#inputs.read(uri);
    if (bytes === undefined) {
      this.unread.set(uri, stated);
      return;
    }
    if (!stated.equals(this.#digest(method, transformed(bytes, only(element, DS, 'Transforms'))))) {
      throw new Refusal('InvalidHashChainRef', `the digest of ${uri} is another`);
    }
    if (named(element, DS, 'Transforms').length === 0) this.verbatim.add(uri);
  }

  #steps(name: string): ReadonlyMap<string, Step> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const bytes = this.#inputs.read(name);
    if (bytes === undefined) throw new Refusal('InvalidHashChainRef', 'a chain file is missing');
    const steps = readSteps(name, bytes);
    this.#files.set(name, steps);
    return steps;
  }

  #digest(method: string | undefined, bytes: Uint8Array | string): Buffer {
    const digest = digestBy(method, bytes);
    if (digest === undefined) throw new Refusal('MalformedHashChain', 'a digest method is missing or not trusted');
    return digest;
  }
}

function readSteps(name: string, bytes: Uint8Array): ReadonlyMap<string, Step> {
  const root = readXmlFile(bytes)?.root;
  if (root?.namespace !== HASH_CHAIN || root.localName !== 'HashChain') throw new Refusal('MalformedHashChain', 'a chain file is not one');
  const method = attribute(only(root, HASH_CHAIN, 'DefaultDigestMethod'), 'Algorithm');
  const steps = new Map<string, Step>();
  for (const element of named(root, HASH_CHAIN, 'HashStep')) {
    const id = attribute(element, 'id');
    if (id === undefined || steps.has(id)) throw new Refusal('MalformedHashChain', 'a step is without an id of its own');
    steps.set(id, { element, file: name, method });
  }
  if (root.children.length !== steps.size + named(root, HASH_CHAIN, 'DefaultDigestMethod').length) {
    throw new Refusal('MalformedHashChain', 'a chain file holds something unknown');
  }
  return steps;
}

function holdsOnly(element: ScannedElement, names: readonly string[]): void {
  if (element.children.some((child) => child.namespace !== DS || !names.includes(child.localName))) {
    throw new Refusal('MalformedHashChain', 'a digest holds something unknown');
  }
}

function transformed(bytes: Uint8Array, transforms: ScannedElement | undefined): Uint8Array | string {
  let data: Uint8Array | string = bytes;
  for (const transform of transforms?.children ?? []) {
    const form = attribute(transform, 'Algorithm');
    const canonical: string | undefined = isCanonicalForm(form) ? canonicalise(data, form) : undefined;
    if (canonical === undefined) throw new Refusal('InvalidHashChainRef', 'a transform is not known or not possible');
    data = canonical;
  }
  return data;
}

function derOf(items: readonly Item[]): Buffer {
  const entries = items.map(
    ({ digest, method }) =>
      new Sequence({ value: [new OctetString({ valueHex: digest }), new Utf8String({ value: method }), new Sequence({ value: [] })] }),
  );
  return Buffer.from(new Sequence({ value: entries }).toBER());
}
