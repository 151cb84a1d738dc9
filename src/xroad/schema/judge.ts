import type { ScannedAttribute, ScannedElement } from '../scanned.ts';
import type { Place } from './content-model.ts';
import { type AnyOrder, type AttributeRule, type ElementRule, RuleCompiler } from './element-rule.ts';
import type { SchemaSet } from './schema-set.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * A judge that says yes to an element only when it surely is what the schemas say. A no means that somebody who knows all of XML Schema has to
 * be asked: what is rare in contracts (wildcards, lists, unions, substitution, keys, `xsi:type`) is not judged here, nor is anything
 * that could be doubted (a time zone on a date, white space around a number).
 */
export function compileJudge(schemas: SchemaSet): (element: ScannedElement) => boolean {
  const rules = new Map<string, ElementRule | undefined>();
  const compiler = new RuleCompiler(schemas);
  return (element) => {
    const key = `{${element.namespace}}${element.localName}`;
    if (!rules.has(key)) rules.set(key, compiler.globalElement({ namespace: element.namespace, name: element.localName }));
    const rule = rules.get(key);
    return rule !== undefined && accepts(rule, element);
  };
}

function accepts(rule: ElementRule, element: ScannedElement): boolean {
  const type = rule.type();
  if (type === undefined) return false;
  const { content, attributes } = type;
  if (element.attributes.length > 0 && isNil(element)) return rule.nillable && !attributes.some(({ required }) => required);
  if (!acceptsAttributes(attributes, element.attributes)) return false;
  if ('text' in content) return element.children.length === 0 && content.text(element.text);
  if (!isBlank(element.text)) return false;
  return 'all' in content ? acceptsAll(content.all, element.children) : acceptsChildren(content.beginning, element.children);
}

/** An element that says it has no value has none, and no more to say. */
function isNil({ attributes: [only, ...more], children, text }: ScannedElement): boolean {
  if (only === undefined || more.length > 0 || children.length > 0 || text !== '') return false;
  return only.namespace === XSI && only.localName === 'nil' && (only.value === 'true' || only.value === '1');
}

function acceptsAttributes(rules: readonly AttributeRule[], attributes: readonly ScannedAttribute[]): boolean {
  if (rules.length === 0) return attributes.length === 0;
  const of = (attribute: ScannedAttribute) => (rule: AttributeRule) =>
    rule.name === attribute.localName && rule.namespace === attribute.namespace;
  return (
    attributes.every((attribute) => rules.find(of(attribute))?.check(attribute.value) === true) &&
    rules.every((rule) => !rule.required || attributes.some((attribute) => of(attribute)(rule)))
  );
}

function acceptsChildren(beginning: Place<ElementRule>, children: readonly ScannedElement[]): boolean {
  let place = beginning;
  let run = 0;
  for (const child of children) {
    const next = place.next(child.namespace, child.localName);
    if (next?.rule === undefined) return false;
    if (next === place) {
      if (++run > next.atMost) return false;
    } else {
      if (run < place.atLeast) return false;
      run = 1;
    }
    if (!accepts(next.rule, child)) return false;
    place = next;
  }
  return place.mayEnd && run >= place.atLeast;
}

function acceptsAll(members: readonly AnyOrder[], children: readonly ScannedElement[]): boolean {
  const missing = new Set(members);
  for (const child of children) {
    const member = members.find(({ namespace, name }) => name === child.localName && namespace === child.namespace);
    if (member === undefined || !missing.delete(member) || !accepts(member.rule, child)) return false;
  }
  return ![...missing].some(({ required }) => required);
}

function isBlank(text: string): boolean {
  return text === '' || !/[^ \t\r\n]/.test(text);
}
