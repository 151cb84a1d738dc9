import { SaxesParser } from 'saxes';
import { IDENTIFIERS, XROAD } from '../../src/xroad/index.ts';

/** Texts of the X-Road header fields and identifier parts, as saxes reads them. */
export function textsBySaxes(text: string): string[] {
  const texts: string[] = [];
  const open: { leaf: boolean; text: string; ours: boolean }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const parent = open[open.length - 1];
    if (parent !== undefined) parent.leaf = false;
    open.push({ leaf: true, text: '', ours: (tag.uri === XROAD && tag.local !== 'u') || tag.uri === IDENTIFIERS });
  });
  const add = (piece: string): void => {
    const inner = open[open.length - 1];
    if (inner !== undefined) inner.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.leaf === true && element.ours) texts.push(element.text);
  });
  parser.write(text).close();
  return texts;
}
