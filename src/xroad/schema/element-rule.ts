import type { ScannedElement } from '../scanned.ts';
import type { ValueCheck } from './built-in-types.ts';
import { contentModel, type Occurs, type Particle, type Place } from './content-model.ts';
import { attributeOf, childOf, localName, type QName, resolve, type Schema, type SchemaSet } from './schema-set.ts';
import { namedSimpleType, simpleType } from './simple-type.ts';
import { XSD } from './stubs.ts';

/** What an element must be like. Types are compiled when first met: a contract has more of them than its messages use, and they may be circular. */
export interface ElementRule {
  readonly nillable: boolean;
  readonly type: () => TypeRule | undefined;
}

export interface TypeRule {
  readonly content: { readonly text: ValueCheck } | { readonly beginning: Place<ElementRule> } | { readonly all: readonly AnyOrder[] };
  readonly attributes: readonly AttributeRule[];
}

/** An element of an `all` group: once at most, anywhere. */
export interface AnyOrder extends QName {
  readonly required: boolean;
  readonly rule: ElementRule;
}

export interface AttributeRule extends QName {
  readonly required: boolean;
  readonly check: ValueCheck;
}

/** Something in a schema that is not judged here. */
class Unjudged extends Error {}

/** Compiles the definitions of a contract's schemas into rules. Of what is not judged here there is none. */
export class RuleCompiler {
  readonly #schemas: SchemaSet;
  readonly #types = new Map<ScannedElement, TypeRule | undefined>();

  constructor(schemas: SchemaSet) {
    this.#schemas = schemas;
  }

  globalElement(name: QName): ElementRule | undefined {
    const found = this.#schemas.find(['element'], name);
    return found && this.#elementRule(found.schema, found.element);
  }

  #elementRule(schema: Schema, element: ScannedElement): ElementRule | undefined {
    if (['fixed', 'default', 'abstract', 'substitutionGroup'].some((name) => attributeOf(element, name) !== undefined)) return undefined;
    if (element.children.some(({ localName: name }) => !['annotation', 'simpleType', 'complexType'].includes(name))) return undefined;
    let type: { readonly rule: TypeRule | undefined } | undefined;
    return {
      nillable: attributeOf(element, 'nillable') === 'true',
      type: () => {
        type ??= { rule: this.#typeOf(schema, element) };
        return type.rule;
      },
    };
  }

  #typeOf(schema: Schema, element: ScannedElement): TypeRule | undefined {
    const named = attributeOf(element, 'type');
    if (named !== undefined) return this.#namedType(resolve(element, named));
    const complex = childOf(element, 'complexType');
    if (complex !== undefined) return this.#complexType(schema, complex);
    const simple = childOf(element, 'simpleType');
    return simple && ofText(simpleType(this.#schemas, simple)?.check);
  }

  #namedType(name: QName): TypeRule | undefined {
    const complex = this.#schemas.find(['complexType'], name);
    return complex === undefined ? ofText(namedSimpleType(this.#schemas, name)?.check) : this.#complexType(complex.schema, complex.element);
  }

  #complexType(schema: Schema, definition: ScannedElement): TypeRule | undefined {
    if (this.#types.has(definition)) return this.#types.get(definition);
    let rule: TypeRule | undefined;
    try {
      rule = this.#content(schema, definition);
    } catch (error) {
      if (!(error instanceof Unjudged)) throw error;
    }
    this.#types.set(definition, rule);
    return rule;
  }

  #content(schema: Schema, definition: ScannedElement): TypeRule | undefined {
    if (attributeOf(definition, 'mixed') === 'true' || attributeOf(definition, 'abstract') === 'true') return undefined;
    const simple = childOf(definition, 'simpleContent');
    if (simple !== undefined) return this.#simpleContent(schema, simple);
    const all = childOf(definition, 'all');
    if (all !== undefined) return this.#all(schema, definition, all);
    const { particles, attributes } = this.#parts(schema, definition);
    const beginning = contentModel<ElementRule>({ kind: 'sequence', of: particles, min: 1, max: 1 });
    // An empty element may not even hold white space (XSD 1.0, 3.4.4).
    return beginning && { content: beginning.isEnd ? { text: (text) => text === '' } : { beginning }, attributes };
  }

  #all(schema: Schema, definition: ScannedElement, all: ScannedElement): TypeRule | undefined {
    if (definition.children.some((child) => child !== all && child.localName !== 'annotation')) return undefined;
    if (attributeOf(all, 'minOccurs') !== undefined) return undefined;
    const members = all.children
      .filter((child) => child.localName !== 'annotation')
      .map((child) => {
        const { namespace, localName: name, rule } = this.#element(schema, child);
        const { min, max } = occursOf(child);
        if (max !== 1) throw new Unjudged();
        return { namespace, name, required: min > 0, rule };
      });
    return members.length === 0 ? undefined : { content: { all: members }, attributes: [] };
  }

  #simpleContent(schema: Schema, simple: ScannedElement): TypeRule | undefined {
    const extension = childOf(simple, 'extension');
    const base = extension && attributeOf(extension, 'base');
    if (extension === undefined || base === undefined) return undefined;
    const text = namedSimpleType(this.#schemas, resolve(extension, base));
    return text && { content: { text: text.check }, attributes: this.#parts(schema, extension).attributes };
  }

  /** Particles and attributes of a type, of those that it extends first (XSD 1.0, 3.4.2). */
  #parts(
    schema: Schema,
    definition: ScannedElement,
  ): { particles: readonly Particle<ElementRule>[]; attributes: readonly AttributeRule[] } {
    const particles: Particle<ElementRule>[] = [];
    const attributes: AttributeRule[] = [];
    for (const child of definition.children) {
      if (child.namespace !== XSD) throw new Unjudged();
      if (child.localName === 'annotation') continue;
      if (child.localName === 'attribute') attributes.push(this.#attribute(schema, child));
      else if (child.localName === 'complexContent') {
        const extension = childOf(child, 'extension');
        const base = extension && attributeOf(extension, 'base');
        const type =
          base === undefined || extension === undefined ? undefined : this.#schemas.find(['complexType'], resolve(extension, base));
        if (extension === undefined || type === undefined || attributeOf(child, 'mixed') === 'true') throw new Unjudged();
        if (attributeOf(type.element, 'mixed') === 'true') throw new Unjudged();
        for (const parts of [this.#parts(type.schema, type.element), this.#parts(schema, extension)]) {
          particles.push(...parts.particles);
          attributes.push(...parts.attributes);
        }
      } else particles.push(this.#particle(schema, child));
    }
    return { particles, attributes };
  }

  #attribute(schema: Schema, attribute: ScannedElement): AttributeRule {
    const type = attributeOf(attribute, 'type');
    const inline = childOf(attribute, 'simpleType');
    const check = (
      type === undefined ? inline && simpleType(this.#schemas, inline) : namedSimpleType(this.#schemas, resolve(attribute, type))
    )?.check;
    const use = attributeOf(attribute, 'use') ?? 'optional';
    const odd = ['ref', 'fixed', 'default', 'form'].some((name) => attributeOf(attribute, name) !== undefined);
    if (check === undefined || odd || use === 'prohibited' || attributeOf(schema.element, 'attributeFormDefault') === 'qualified') {
      throw new Unjudged();
    }
    return { namespace: '', name: attributeOf(attribute, 'name') ?? '', required: use === 'required', check };
  }

  #particle(schema: Schema, particle: ScannedElement): Particle<ElementRule> {
    const occurs = occursOf(particle);
    if (particle.localName === 'element') return { ...this.#element(schema, particle), ...occurs };
    if (particle.localName === 'sequence' || particle.localName === 'choice') {
      const of = particle.children.filter((child) => child.localName !== 'annotation').map((child) => this.#particle(schema, child));
      return { kind: particle.localName, of, ...occurs };
    }
    const reference = particle.localName === 'group' ? attributeOf(particle, 'ref') : undefined;
    const group = reference === undefined ? undefined : this.#schemas.find(['group'], resolve(particle, reference));
    const [content, ...more] = group?.element.children.filter((child) => child.localName !== 'annotation') ?? [];
    if (group === undefined || content === undefined || more.length > 0) throw new Unjudged();
    return { kind: 'sequence', of: [this.#particle(group.schema, content)], ...occurs };
  }

  #element(schema: Schema, element: ScannedElement) {
    const reference = attributeOf(element, 'ref');
    const name = reference === undefined ? localName(schema, element) : resolve(element, reference);
    const rule = reference === undefined ? this.#elementRule(schema, element) : this.globalElement(name);
    if (rule === undefined) throw new Unjudged();
    return { kind: 'element' as const, namespace: name.namespace, localName: name.name, rule };
  }
}

function ofText(text: ValueCheck | undefined): TypeRule | undefined {
  return text && { content: { text }, attributes: [] };
}

function occursOf(particle: ScannedElement): Occurs {
  const [least, most] = [attributeOf(particle, 'minOccurs') ?? '1', attributeOf(particle, 'maxOccurs') ?? '1'];
  return { min: Number(least), max: most === 'unbounded' ? Number.POSITIVE_INFINITY : Number(most) };
}
