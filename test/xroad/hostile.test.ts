import { describe, expect, it } from 'vitest';
import { IDENTIFIERS, readMessage, SOAP_ENVELOPE, XROAD } from '../../src/xroad/index.ts';
import { BODY, prepared, TEXT_XML } from './example.ts';
import { textsBySaxes } from './second-parser.ts';

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

describe('hostile XML', () => {
  it.each<[string, string, string]>([
    ['a DOCTYPE', 'InvalidSoap', changed('<SOAP-ENV:Envelope', '<!DOCTYPE x><SOAP-ENV:Envelope')],
    [
      'an entity flood',
      'InvalidSoap',
      changed('<SOAP-ENV:Envelope', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><SOAP-ENV:Envelope'),
    ],
    ['an external entity', 'InvalidSoap', changed('<SOAP-ENV:Envelope', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><SOAP-ENV:Envelope')],
    ['an undeclared entity', 'InvalidXml', within('&a;')],
    // Envelope, Body, getState and which stand above: 60 more make 64.
    ['depth 64', 'OK', nested(60)],
    ['depth 65', 'InvalidXml', nested(61)],
    ['depth 10,000', 'InvalidXml', nested(10_000)],
    ['64 attributes', 'OK', attributes(64)],
    ['65 attributes', 'InvalidXml', attributes(65)],
    ['100,000 attributes', 'InvalidXml', attributes(100_000)],
    ['100,000 siblings', 'InvalidXml', within('<a/>'.repeat(100_000))],
    ['90,000 siblings', 'OK', within('<a/>'.repeat(90_000))],
    ['an undeclared prefix', 'InvalidXml', within('<p:a/>')],
    ['an attribute twice under two prefixes', 'InvalidXml', within('<a xmlns:p="u" xmlns:q="u" p:z="" q:z=""/>')],
    ['NUL', 'InvalidXml', within('\u0000')],
    ['NUL by reference', 'InvalidXml', within('&#0;')],
    ['an open end', 'InvalidXml', usual.slice(0, -3)],
    ['crossed tags', 'InvalidXml', within('<a><b></a></b>')],
    ['crossed header tags', 'InvalidXml', changed('</xrd:client>', '</xrd:service>')],
    ['two roots', 'InvalidXml', `${usual}<a/>`],
    ['text after the root', 'InvalidXml', `${usual}x`],
    ['XML 1.1', 'InvalidXml', changed('version="1.0"', 'version="1.1"')],
    ['another encoding declared', 'InvalidXml', changed('encoding="UTF-8"', 'encoding="ISO-8859-1"')],
    ['plain text', 'InvalidSoap', 'Service Unavailable'],
    ['nothing', 'InvalidSoap', ''],
    ['brackets only', 'InvalidSoap', '<'],
    ['tags in attributes and comments', 'OK', within(`<a b="&lt;/which>" c='/>'/><!-- </which> --><![CDATA[</which><!DOCTYPE a>]]>`)],
    ['names of object prototypes', 'OK', changed('<xrd:id>', '<constructor:__proto__ xmlns:constructor="constructor"/><xrd:id>')],
    ['a prefix that is only inherited by objects', 'InvalidXml', changed('<xrd:id>', '<constructor:a/><xrd:id>')],
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
    ['a byte order mark', 'OK', Buffer.from(`\uFEFF${usual}`), 'text/xml'],
    ['two byte order marks', 'InvalidSoap', Buffer.from(`\uFEFF\uFEFF${usual}`), 'text/xml'],
    ['no charset: UTF-8', 'OK', Buffer.from(usual), 'text/xml'],
    ['charset in capitals and quotes', 'OK', Buffer.from(usual), 'TEXT/XML; Charset="Utf-8"'],
    ['ISO-8859-1 by parameter', 'OK', Buffer.from(latin, 'latin1'), 'text/xml; charset=ISO-8859-1'],
    ['ISO-8859-1 by declaration alone', 'InvalidXml', Buffer.from(latin, 'latin1'), 'text/xml'],
    ['bytes that are not UTF-8', 'InvalidXml', Buffer.from(usual, 'latin1'), TEXT_XML],
    ['an overlong form', 'InvalidXml', Buffer.concat([Buffer.from(usual.slice(0, -1)), Buffer.from([0xc0, 0xbe])]), TEXT_XML],
    ['UTF-16', 'InvalidContentType', Buffer.from(`\uFEFF${usual}`, 'utf16le'), 'text/xml; charset=UTF-16'],
    ['UTF-16 unannounced', 'InvalidXml', Buffer.from(`\uFEFF${usual}`, 'utf16le'), 'text/xml'],
    ['a charset named constructor', 'InvalidContentType', Buffer.from(usual), 'text/xml; charset=constructor'],
  ])('%s: %s', (_, code, bytes, contentType) => {
    expect(verdict(bytes, contentType)).toBe(code);
  });

  it('reads the same text from either', () => {
    const read = readMessage(Buffer.from(latin, 'latin1'), 'text/xml; charset=ISO-8859-1');
    expect(read.ok && read.value.kind === 'message' && read.value.body.xml).toContain('õ&amp;ä');
  });
});

describe('hostile SOAP', () => {
  const field = (name: string): string => usual.match(new RegExp(`<xrd:${name}[ >].*?</xrd:${name}>`))?.[0] ?? '';

  it.each<[string, string, string]>([
    ['SOAP 1.2', 'InvalidSoap', usual.replaceAll(SOAP_ENVELOPE, 'http://www.w3.org/2003/05/soap-envelope')],
    ['two bodies', 'InvalidSoap', changed('</SOAP-ENV:Body>', `</SOAP-ENV:Body><SOAP-ENV:Body>${BODY}</SOAP-ENV:Body>`)],
    ['two headers', 'InvalidSoap', changed('<SOAP-ENV:Body>', '<SOAP-ENV:Header/><SOAP-ENV:Body>')],
    ['two body elements', 'InvalidBody', changed('</SOAP-ENV:Body>', '<x/></SOAP-ENV:Body>')],
    ['text in the body', 'InvalidBody', changed('</SOAP-ENV:Body>', 'x</SOAP-ENV:Body>')],
    ['RPC encoding', 'InvalidSoap', changed('<SOAP-ENV:Envelope', '<SOAP-ENV:Envelope SOAP-ENV:encodingStyle="x"')],
    ['a known field twice', 'DuplicateHeaderField', changed('<xrd:issue>', '<xrd:issue>1</xrd:issue><xrd:issue>')],
    ['an unknown field twice', 'OK', changed('<xrd:issue>', '<a/><a/><xrd:issue>')],
    ['part of an identifier twice', 'DuplicateHeaderField', changed('<id:memberCode>', '<id:memberCode>1</id:memberCode><id:memberCode>')],
    ['a comment in an id', 'InvalidXml', changed('70000001', '7000<!-- -->0001')],
    ['a comment before an id', 'InvalidXml', changed('70000001', '<!-- -->70000001')],
    ['CDATA beside an id', 'InvalidXml', changed('70000001', '7000<![CDATA[0001]]>')],
    ['an instruction in an id', 'InvalidXml', changed('70000001', '7000<?x?>0001')],
    ['CDATA around an id', 'OK', changed('70000001', '<![CDATA[70000001]]>')],
    ['an element in an id', 'InvalidXml', changed('70000001', '7000<a/>0001')],
    ['a slash in an id', 'InvalidClientIdentifier', changed('70000001', '7000/0001')],
    ['a line break in a message id', 'InvalidXml', changed('<xrd:id>', '<xrd:id>&#10;')],
    ['no namespace on objectType', 'InvalidXml', changed('id:objectType="SUBSYSTEM"', 'objectType="SUBSYSTEM"')],
    ['an unexpected objectType', 'InvalidXml', changed('id:objectType="SERVICE"', 'id:objectType="CENTRALSERVICE"')],
    ['a field of another namespace', 'MissingHeaderField', changed(field('client'), field('client').replaceAll('xrd:client', 'client'))],
    ['protocol version 5', 'InvalidProtocolVersion', changed('>4.0<', '>5.0<')],
    ['service unlike the body', 'InconsistentHeaders', changed('>getState<', '>getOther<')],
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

describe('hostile MIME', () => {
  const multipart = (parts: readonly string[], end = '--b--'): string => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}${end}`;
  const soap = `Content-Type: text/xml\r\nContent-ID: <root>\r\n\r\n${usual}`;
  const related = 'multipart/related; boundary=b';
  const attachment = (id: string): string => `Content-Type: text/plain\r\nContent-ID: <${id}>\r\n\r\nx`;

  it.each<[string, string, string, string]>([
    ['one part', 'OK', multipart([soap]), related],
    ['no boundary', 'MimeParsingFailed', multipart([soap]), 'multipart/related'],
    ['an overlong boundary', 'MimeParsingFailed', multipart([soap]), `multipart/related; boundary=${'b'.repeat(71)}`],
    ['a boundary that only begins alike', 'OK', multipart([soap, 'Content-Type: text/plain\r\n\r\n--bb\r\nx']), related],
    ['no closing boundary', 'MimeParsingFailed', multipart([soap], ''), related],
    ['cut in the closing boundary', 'MimeParsingFailed', multipart([soap], '--'), related],
    ['100 parts', 'OK', multipart([soap, ...Array.from({ length: 99 }, (_, i) => attachment(`${i}`))]), related],
    ['101 parts', 'MimeParsingFailed', multipart([soap, ...Array.from({ length: 100 }, (_, i) => attachment(`${i}`))]), related],
    ['one Content-ID twice', 'MimeParsingFailed', multipart([soap, attachment('a'), attachment('a')]), related],
    ['start names another part', 'MimeParsingFailed', multipart([soap, attachment('a')]), `${related}; start="<a>"`],
    ['start names the first part', 'OK', multipart([soap, attachment('a')]), `${related}; start="<root>"`],
    ['a SOAP part in base64', 'MimeParsingFailed', multipart([soap.replace('\r\n', '\r\nContent-Transfer-Encoding: base64\r\n')]), related],
    ['an endless part header', 'MimeParsingFailed', multipart([`X: ${'y'.repeat(9000)}\r\n${soap}`]), related],
    ['multipart inside', 'InvalidContentType', multipart(['Content-Type: multipart/related; boundary=c\r\n\r\n--c--']), related],
  ])('%s: %s', (_, code, text, contentType) => {
    expect(verdict(text, contentType)).toBe(code);
  });
});

describe('a second parser', () => {
  it('reads the same header texts from odd but well-formed messages', () => {
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
      const { client, service, id, userId, issue, protocolVersion } = read.value.header;
      const ours = [...Object.values(client), ...Object.values(service), id, userId, issue, protocolVersion].filter(
        (one) => one !== undefined,
      );
      expect(ours.sort()).toEqual(textsBySaxes(text).sort());
    }
  });
});
