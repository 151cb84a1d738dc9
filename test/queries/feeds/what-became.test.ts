import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { type AddressLine, whatBecame } from '../../../src/queries/feeds/what-became.ts';

const line = (event: string, adrId: string, more: Partial<AddressLine> = {}): AddressLine => ({
  at: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  event,
  adrId,
  address: `aadress ${adrId}`,
  formerAdrId: undefined,
  successors: [],
  ...more,
});
const became = (adrId: string, ...log: readonly AddressLine[]) =>
  whatBecame(adrId, async (ids) => log.filter((one) => ids.includes(one.adrId) || ids.includes(one.formerAdrId ?? '')));

describe('an address', () => {
  it('of which nothing is told goes on as it was', async () => {
    expect(await became('1')).toEqual({ state: 'UNCHANGED', current: [{ adrId: '1', address: undefined }] });
  });

  it('that was written anew goes on under its new id, however often', async () => {
    const log = [line('CHANGED', '2', { formerAdrId: '1' }), line('CHANGED', '3', { formerAdrId: '2' })];
    expect(await became('1', ...log)).toEqual({ state: 'REPLACED', current: [{ adrId: '3', address: 'aadress 3' }] });
    expect(await became('3', ...log)).toEqual({ state: 'UNCHANGED', current: [{ adrId: '3', address: 'aadress 3' }] });
  });

  it('that was withdrawn goes on in all that came of it, or not at all', async () => {
    expect(await became('1', line('ENDED', '1', { successors: ['2', '3'] }), line('INSERTED', '2'), line('ENDED', '3'))).toEqual({
      state: 'REPLACED',
      current: [{ adrId: '2', address: 'aadress 2' }],
    });
    expect(await became('1', line('ENDED', '1'))).toEqual({ state: 'ENDED', current: [] });
  });

  it('that was restored holds again', async () => {
    expect(await became('1', line('ENDED', '1'), line('RESTORED', '1'))).toMatchObject({ state: 'UNCHANGED' });
  });

  it('that the log leads in a circle or on and on comes to an end', async () => {
    expect(await became('1', line('CHANGED', '2', { formerAdrId: '1' }), line('CHANGED', '1', { formerAdrId: '2' }))).toMatchObject({
      current: [{ adrId: '1' }],
    });
    const log = Array.from({ length: 40 }, (_, n) => line('CHANGED', String(n + 2), { formerAdrId: String(n + 1) }));
    expect(await became('1', ...log)).toEqual({ state: 'ENDED', current: [] });
  });
});
