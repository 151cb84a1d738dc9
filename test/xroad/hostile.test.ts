import { describe, expect, it } from 'vitest';
import { IDENTIFIERS, readMessage, XROAD } from '../../src/xroad/index.ts';
import { expanded, ourReading, PARSERS, readingOf } from '../security/reading.ts';
import { prepared, TEXT_XML } from './example.ts';

const usual = Buffer.from(prepared().bytes).toString();

function verdict(text: string | Uint8Array, contentType = TEXT_XML): string {
  const read = readMessage(typeof text === 'string' ? Buffer.from(text) : text, contentType);
  if (!read.ok) return read.error.code;
  return read.value.kind === 'message' ? 'OK' : 'FAULT';
}

/** The usual message with one thing changed; the change must take. */
function changed(what: string | RegExp, into: string): string {
  const text = usual.replace(what, () => into);
  if (text === usual) throw new Error('nothing was changed');
  return text;
}

const within = (inner: string): string => changed('<which>', `<which>${inner}`);
const nested = (levels: number): string => within('<a>'.repeat(levels) + '</a>'.repeat(levels));
const attributes = (count: number): string => within(`<a ${Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ')}/>`);

/** Limits from below, and rules that no attack of test/security/cases is about: those are told there, one by one. */
describe('odd XML', () => {
  it.each<[string, string, string]>([
    // Envelope, Body, getState and which stand above: 60 more make 64.
    ['depth 64', 'OK', nested(60)],
    ['64 attributes', 'OK', attributes(64)],
    ['a text in 32 pieces', 'OK', within('1<!---->'.repeat(32))],
    ['a text in 33 pieces', 'InvalidXml', within('1<!---->'.repeat(33))],
    ['CDATA in 33 pieces', 'InvalidXml', within('<![CDATA[1]]>'.repeat(33))],
    ['a comment before each of 100 elements', 'OK', within('<!-- a --><a/>'.repeat(100))],
    ['200,000 references', 'OK', within('&#49;'.repeat(200_000 - (usual.split('&').length - 1)))],
    ['200,001 references', 'InvalidXml', within('&#49;'.repeat(200_001 - (usual.split('&').length - 1)))],
    ['90,000 siblings', 'OK', within('<a/>'.repeat(90_000))],
    ['an open end', 'InvalidXml', usual.slice(0, -3)],
    ['crossed tags', 'InvalidXml', within('<a><b></a></b>')],
    ['crossed header tags', 'InvalidXml', changed('</xrd:client>', '</xrd:service>')],
    ['two roots', 'InvalidXml', `${usual}<a/>`],
    ['text after the root', 'InvalidXml', `${usual}x`],
    ['XML 1.1', 'InvalidXml', changed('version="1.0"', 'version="1.1"')],
    ['plain text', 'InvalidSoap', 'Service Unavailable'],
    ['nothing', 'InvalidSoap', ''],
    ['brackets only', 'InvalidSoap', '<'],
    ['tags in attributes and comments', 'OK', within(`<a b="&lt;/which>" c='/>'/><!-- </which> --><![CDATA[</which><!DOCTYPE a>]]>`)],
  ])('%s: %s', (_, code, text) => {
    expect(verdict(text)).toBe(code);
  });

  it('is linear in what it reads: 10,000 levels and 100,000 attributes cost no more than their bytes', () => {
    // No time is measured: an algorithm quadratic in either would run into the test's time limit a hundred times over.
    for (let i = 0; i < 100; i++) expect(verdict(attributes(10_000))).toBe('InvalidXml');
    for (let i = 0; i < 100; i++) expect(verdict(nested(10_000))).toBe('InvalidXml');
  });

  it('never repeats what it refused', () => {
    for (const text of [within('<60001019906:x/>'), changed('EE60001019906', '60001019906&bad;'), within('60001019906\u0001')]) {
      const read = readMessage(Buffer.from(text), TEXT_XML);
      expect(read.ok).toBe(false);
      expect(JSON.stringify(read)).not.toContain('60001019906');
    }
  });
});

describe('character sets', () => {
  const latin = usual.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');

  it.each<[string, string, Uint8Array, string]>([
    ['no charset: UTF-8', 'OK', Buffer.from(usual), 'text/xml'],
    ['charset in capitals and quotes', 'OK', Buffer.from(usual), 'TEXT/XML; Charset="Utf-8"'],
    ['ISO-8859-1 by parameter', 'OK', Buffer.from(latin, 'latin1'), 'text/xml; charset=ISO-8859-1'],
    ['ISO-8859-1 by declaration alone', 'InvalidXml', Buffer.from(latin, 'latin1'), 'text/xml'],
    ['a charset named constructor', 'InvalidContentType', Buffer.from(usual), 'text/xml; charset=constructor'],
  ])('%s: %s', (_, code, bytes, contentType) => {
    expect(verdict(bytes, contentType)).toBe(code);
  });

  it('reads the same text from either', () => {
    const read = readMessage(Buffer.from(latin, 'latin1'), 'text/xml; charset=ISO-8859-1');
    expect(read.ok && read.value.kind === 'message' && read.value.body.xml).toContain('õ&amp;ä');
  });
});

describe('odd SOAP', () => {
  const field = (name: string): string => usual.match(new RegExp(`<xrd:${name}[ >].*?</xrd:${name}>`))?.[0] ?? '';

  it.each<[string, string, string]>([
    ['text in the body', 'InvalidBody', changed('</SOAP-ENV:Body>', 'x</SOAP-ENV:Body>')],
    ['an unknown field twice', 'OK', changed('<xrd:issue>', '<a/><a/><xrd:issue>')],
    ['a comment before an id', 'InvalidXml', changed('70000001', '<!-- -->70000001')],
    ['CDATA around an id', 'OK', changed('70000001', '<![CDATA[70000001]]>')],
    ['no namespace on objectType', 'InvalidXml', changed('id:objectType="SUBSYSTEM"', 'objectType="SUBSYSTEM"')],
    ['an unexpected objectType', 'InvalidXml', changed('id:objectType="SERVICE"', 'id:objectType="CENTRALSERVICE"')],
    ['a field of another namespace', 'MissingHeaderField', changed(field('client'), field('client').replaceAll('xrd:client', 'client'))],
    ['no version, no client, no id: the version first', 'MissingHeaderField', usual.replace(/<xrd:.*<\/xrd:protocolVersion>/, '')],
  ])('%s: %s', (_, code, text) => {
    expect(verdict(text)).toBe(code);
  });

  it('names what is missing in the order of a security server', () => {
    let text = usual;
    const missing: string[] = [];
    for (const name of ['service', 'id', 'client', 'protocolVersion']) {
      text = text.replace(field(name), '');
      const read = readMessage(Buffer.from(text), TEXT_XML);
      missing.push(read.ok ? '' : (/'(\w+)'/.exec(read.error.text)?.[1] ?? ''));
    }
    expect(missing).toEqual(['service', 'id', 'client', 'protocolVersion']);
  });
});

describe('odd MIME', () => {
  const multipart = (parts: readonly string[], end = '--b--'): string => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}${end}`;
  const soap = `Content-Type: text/xml\r\nContent-ID: <root>\r\n\r\n${usual}`;
  const related = 'multipart/related; boundary=b';
  const attachment = (id: string): string => `Content-Type: text/plain\r\nContent-ID: <${id}>\r\n\r\nx`;

  it.each<[string, string, string, string]>([
    ['cut in the closing boundary', 'MimeParsingFailed', multipart([soap], '--'), related],
    ['100 parts', 'OK', multipart([soap, ...Array.from({ length: 99 }, (_, i) => attachment(`${i}`))]), related],
    ['101 parts', 'MimeParsingFailed', multipart([soap, ...Array.from({ length: 100 }, (_, i) => attachment(`${i}`))]), related],
    ['start names the first part', 'OK', multipart([soap, attachment('a')]), `${related}; start="<root>"`],
  ])('%s: %s', (_, code, text, contentType) => {
    expect(verdict(text, contentType)).toBe(code);
  });
});

describe('a second parser', () => {
  it('reads the same from odd but well-formed messages', () => {
    const odd = [
      usual,
      usual.replaceAll('xrd:', 'x.-_õ:').replaceAll('xmlns:xrd', 'xmlns:x.-_õ'),
      changed('>M-2026-17<', '>&lt;&#x41;&#66;&amp;amp; &#128512;<'),
      changed('<xrd:issue>', '<!-- <xrd:issue>no</xrd:issue> --><?x <xrd:issue>?><xrd:issue\n\t>'),
      changed('</xrd:issue>', '</xrd:issue\r\n >'),
      changed(
        '<xrd:userId>EE60001019906</xrd:userId>',
        `<u xmlns='${XROAD}'><![CDATA[]]></u><userId xmlns="${XROAD.replace('.', '&#46;')}">a]]&gt;b</userId>`,
      ),
      changed('<xrd:client id:objectType="SUBSYSTEM">', `<xrd:client xmlns:j="${IDENTIFIERS}" j:objectType = 'SUBSYSTEM' a="&gt;>'">`),
    ];
    for (const text of odd) {
      const read = readMessage(Buffer.from(text), TEXT_XML);
      if (!read.ok || read.value.kind !== 'message') throw new Error(read.ok ? 'fault' : read.error.text);
      const other = PARSERS.saxes(Buffer.from(text));
      expect(other && readingOf(other, expanded)).toEqual(ourReading(read.value, expanded));
    }
  });
});
