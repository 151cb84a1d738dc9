import { SaxesParser } from 'saxes';
import { ok, type Result } from '../result.ts';
import { type ComplexShape, type ElementShape, mismatch, type SchemaMismatch, type TypeTable } from './shape.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** An element being read. */
interface Frame {
  readonly element: ElementShape;
  readonly type: ComplexShape | undefined;
  readonly value: Record<string, unknown> | undefined;
  readonly nil: boolean;
  text: string;
}

class Unreadable extends Error {}

/**
 * Reads an element into a value, in one pass and by the table alone: an array exactly where the schema lets the element repeat, an absent
 * optional member absent, an empty element the empty text, `xsi:nil` null. The element has passed its schema before; what the table does
 * not know is refused all the same.
 */
export function decode(element: ElementShape, types: TypeTable, xml: string): Result<unknown, SchemaMismatch> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const frames: Frame[] = [];
  /** Elements open inside an `any`, which is passed over. */
  let skipped = 0;
  let result: unknown;
  const path = () => frames.map((frame) => frame.element.name).join('/');

  parser.on('opentag', (tag) => {
    const parent = frames.at(-1);
    if (skipped > 0 || parent?.element.type === 'any') {
      skipped += 1;
      return;
    }
    const shape =
      parent === undefined ? element : parent.type?.members.find((member) => member.name === tag.local && member.namespace === tag.uri);
    if (shape === undefined || shape.name !== tag.local || shape.namespace !== tag.uri) {
      frames.push({ element: { ...element, name: tag.local }, type: undefined, value: undefined, nil: false, text: '' });
      throw new Unreadable('UNKNOWN_ELEMENT');
    }
    const type = types[shape.type];
    const value = type === undefined ? undefined : emptyValue(type);
    let nil = false;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key];
      if (attribute === undefined) continue;
      if (attribute.uri === XSI && attribute.local === 'nil') nil = attribute.value === 'true' || attribute.value === '1';
      else if (
        value !== undefined &&
        type?.attributes.some(({ name, namespace }) => name === attribute.local && namespace === attribute.uri)
      )
        value[`@${attribute.local}`] = attribute.value;
    }
    frames.push({ element: shape, type, value, nil, text: '' });
  });
  const addText = (piece: string) => {
    const frame = frames.at(-1);
    if (skipped === 0 && frame !== undefined) frame.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    const frame = frames.pop();
    if (frame === undefined) return;
    const value = readValue(frame);
    const parent = frames.at(-1);
    if (parent?.value === undefined) result = value;
    else if (frame.element.many) (parent.value[frame.element.name] as unknown[]).push(value);
    else parent.value[frame.element.name] = value;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    // saxes quotes the document in its errors; only ours are passed on.
    return mismatch(path(), error instanceof Unreadable ? error.message : 'NOT_WELL_FORMED');
  }
  return ok(result);
}

/** A value without a prototype, so that an element may bear any name; repeating members are there from the start. */
function emptyValue(type: ComplexShape): Record<string, unknown> {
  const value: Record<string, unknown> = Object.create(null);
  for (const member of type.members) if (member.many) value[member.name] = [];
  return value;
}

function readValue(frame: Frame): unknown {
  if (frame.nil) return null;
  if (frame.value !== undefined) {
    if (frame.type?.text === true) frame.value.value = frame.text;
    return frame.value;
  }
  if (frame.element.type === 'boolean') return frame.text.trim() === 'true' || frame.text.trim() === '1';
  return frame.element.type === 'any' ? undefined : frame.text;
}
