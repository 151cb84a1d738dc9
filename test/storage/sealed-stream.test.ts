import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedStream, newStreamKey, sealStream, unsealStream } from '../../src/storage/index.ts';

const PIECE = 65_536;
const SEALED_PIECE = PIECE + 16;

async function* inParts(bytes: Uint8Array, part: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}
const key = newStreamKey();
const seal = async (bytes: Uint8Array, part = 10_000) => buffer(sealStream(key, inParts(bytes, part)));
const unseal = async (sealed: Uint8Array, by = key, part = 50_000) => buffer(unsealStream(by, inParts(sealed, part)));
const content = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, index) => index * 7));

describe('a sealed stream', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])('of %i bytes opens to what was sealed', async (length) => {
    const sealed = await seal(content(length));
    expect(sealed.length).toBe(length + 16 * Math.max(1, Math.ceil(length / PIECE)));
    expect(await unseal(sealed)).toEqual(content(length));
  });

  it('holds nothing of what was sealed', async () => {
    expect((await seal(content(1000))).includes(content(1000).subarray(0, 20))).toBe(false);
  });

  it('is the same however the bytes come', async () => {
    const parts = fc.integer({ min: 500, max: 150_000 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 300_000 }), parts, parts, async (length, one, other) => {
        expect((await unseal(await seal(content(length), one), key, other)).equals(content(length))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  const whole = content(3 * PIECE);
  const pieces = async () => {
    const sealed = await seal(whole);
    return [0, 1, 2].map((index) => sealed.subarray(index * SEALED_PIECE, (index + 1) * SEALED_PIECE));
  };
  const no = new Uint8Array(0);
  it.each([
    ['cut short by a piece', ([a = no, b = no]: Uint8Array[]) => [a, b]],
    ['cut short by a byte', ([a = no, b = no, c = no]: Uint8Array[]) => [a, b, c.subarray(1)]],
    ['cut to nothing', () => []],
    ['with a byte more', ([a = no, b = no, c = no]: Uint8Array[]) => [a, b, c, Buffer.of(0)]],
    ['with pieces in another order', ([a = no, b = no, c = no]: Uint8Array[]) => [b, a, c]],
    ['with a piece twice', ([a = no, b = no, c = no]: Uint8Array[]) => [a, a, b, c]],
    ['without its first piece', ([, b = no, c = no]: Uint8Array[]) => [b, c]],
    ['with a bit turned', ([a = no, b = no, c = no]: Uint8Array[]) => [a, Buffer.from(b.map((byte, i) => (i === 9 ? byte ^ 1 : byte))), c]],
  ])('does not open %s', async (_how, spoil) => {
    await expect(unseal(Buffer.concat(spoil(await pieces())))).rejects.toThrow(DamagedStream);
  });

  it('does not open under another key', async () => {
    await expect(unseal(await seal(whole), newStreamKey())).rejects.toThrow(DamagedStream);
  });

  it('gives nothing of a piece that is spoiled, and what stands before it', async () => {
    const [a = no, b = no] = await pieces();
    const given: Uint8Array[] = [];
    const read = async () => {
      for await (const piece of unsealStream(key, inParts(Buffer.concat([a, b.subarray(1)]), 1000))) given.push(piece);
    };
    await expect(read()).rejects.toThrow(DamagedStream);
    expect(Buffer.concat(given)).toEqual(whole.subarray(0, PIECE));
  });
});
