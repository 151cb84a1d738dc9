import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { type ChangeFeed, changeNotices, deaths, feedCatalogue, type Residences, whatChanged } from '../../src/registries/index.ts';
import { openContract } from '../../src/xroad/index.ts';
import { hasShared } from '../shared.ts';
import { personalCode } from '../town.ts';
import { answerBody, contractFileOf } from './answer-body.ts';
import { changed, dead, FEED_BODIES, rrAnswer } from './bodies/feeds.ts';
import { CANARY } from './bodies/index.ts';

const at = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Europe/Tallinn]`);
const now = at('2026-11-23T12:00:00');
const told = (codes: string) => answerBody(rrAnswer('RR67_muutus', `<ttKood>${codes}</ttKood>`));
const listed = (items: string) => answerBody(rrAnswer('RR50SurnudIsikuteLeidmine', `<surnu>${items}</surnu>`));
const bodies = (feed: ChangeFeed) => {
  const found = FEED_BODIES[feed.code];
  if (found === undefined) throw new Error(`no bodies for ${feed.code}`);
  return found;
};

function requestOf(feed: ChangeFeed, cursor: string, moment = now): string {
  const body = feed.buildRequest(cursor, moment);
  if (!body.ok) throw new Error(body.error.code);
  return body.value;
}

describe('the change notices', () => {
  const cursor = '2026-11-23T09:00:00Z';

  it('are asked from the cursor to a quarter of a minute ago, by the clocks of Tallinn', () => {
    const body = requestOf(changeNotices, cursor);
    expect(body).toContain('<cAlgKpv>23.11.2026</cAlgKpv><cAlgKell>11:00:00</cAlgKell>');
    expect(body).toContain('<cLoppKpv>23.11.2026</cLoppKpv><cLoppKell>11:59:45</cLoppKell>');
    expect(changeNotices.readAnswer(told(''), cursor, now)).toEqual({
      ok: true,
      value: { state: 'READ', changes: [], cursor: '2026-11-23T09:59:45Z', more: false },
    });
  });

  it('are read six hours at a time where much was missed', () => {
    const body = requestOf(changeNotices, '2026-11-20T09:00:00Z');
    expect(body).toContain('<cLoppKpv>20.11.2026</cLoppKpv><cLoppKell>17:00:00</cLoppKell>');
    expect(changeNotices.readAnswer(told(''), '2026-11-20T09:00:00Z', now)).toMatchObject({
      value: { cursor: '2026-11-20T15:00:00Z', more: true },
    });
  });

  it('miss no minute of the hour that comes twice in autumn', () => {
    // 03:50 summer time to 03:09:45 winter time: the clock shows less at the end.
    const body = requestOf(
      changeNotices,
      '2026-10-25T00:50:00Z',
      Temporal.Instant.from('2026-10-25T01:10:00Z').toZonedDateTimeISO('Europe/Tallinn'),
    );
    expect(body).toContain('<cAlgKell>02:50:00</cAlgKell>');
    expect(body).toContain('<cLoppKell>03:09:45</cLoppKell>');
  });

  it('tell of codes, old and new; of what is none, nothing', () => {
    const [one, other, newer] = [personalCode(1), personalCode(2), personalCode(3)];
    const body = told(changed(one) + changed(other, newer) + changed('12345678901') + changed(''));
    expect(changeNotices.readAnswer(body, cursor, now)).toMatchObject({
      value: { changes: [{ personalCode: one }, { personalCode: other, newPersonalCode: newer }] },
    });
  });

  it('are refused whole, or read as nobody, in the register’s own ways', () => {
    expect(changeNotices.readAnswer(answerBody(bodies(changeNotices).refusal), cursor, now)).toMatchObject({
      value: { state: 'REJECTED', reason: '10005' },
    });
    const nobody = answerBody(rrAnswer('RR67_muutus', '<faultString>Andmeid ei leitud</faultString><ttKood/>'));
    expect(changeNotices.readAnswer(nobody, cursor, now)).toMatchObject({
      value: { state: 'READ', changes: [], cursor: '2026-11-23T09:59:45Z' },
    });
  });

  it('are not believed when they are of more people than can be', () => {
    const body = told(changed(personalCode(1)).repeat(30_001));
    expect(changeNotices.readAnswer(body, cursor, now)).toMatchObject({ ok: false, error: { code: 'ANSWER_TOO_LONG' } });
    expect(changeNotices.readAnswer(told(changed(personalCode(1)).repeat(30_000)), cursor, now)).toMatchObject({ ok: true });
  });
});

describe('the deaths', () => {
  it('are read day by day, today again and again', () => {
    expect(deaths.begin(now)).toBe('2026-11-16');
    expect(requestOf(deaths, '2026-11-22')).toContain('<Kuupaev>22.11.2026</Kuupaev>');
    const body = listed(dead(personalCode(1)));
    expect(deaths.readAnswer(body, '2026-11-22', now)).toEqual({
      ok: true,
      value: { state: 'READ', changes: [{ personalCode: personalCode(1) }], cursor: '2026-11-23', more: true },
    });
    expect(deaths.readAnswer(body, '2026-11-23', now)).toMatchObject({ value: { cursor: '2026-11-23', more: false } });
  });

  it('are not believed when they are too many, and refused by a fault', () => {
    expect(deaths.readAnswer(listed(dead(personalCode(1)).repeat(1_001)), '2026-11-22', now)).toMatchObject({ ok: false });
    expect(deaths.readAnswer(answerBody(bodies(deaths).refusal), '2026-11-22', now)).toMatchObject({
      value: { state: 'REJECTED' },
    });
  });
});

it.each(feedCatalogue.map((feed) => [feed.code, feed] as const))(
  '%s is asked and read as its contract has it, ours and the real one',
  (code, feed) => {
    const { contract: ours, real, cursor, changes, nothing, refusal } = bodies(feed);
    const contracts = [
      readFileSync(contractFileOf(ours), 'utf8'),
      ...(hasShared(`${code} against its real contract`) ? [real() ?? ''] : []),
    ];
    for (const wsdl of contracts) {
      const contract = openContract(wsdl);
      if (!contract.ok) throw new Error(contract.error.text);
      for (const body of [requestOf(feed, cursor), changes, nothing, refusal])
        expect(contract.value.validate(body), body).toEqual({ ok: true, value: undefined });
    }
    expect(JSON.stringify(feed.readAnswer(answerBody(changes), cursor, now))).not.toContain(CANARY);
  },
);

it.each(feedCatalogue.map((feed) => [feed.code, feed] as const))(
  '%s has golden bodies, which the contract watch replays',
  async (code, feed) => {
    const { cursor, changes } = bodies(feed);
    await expect(requestOf(feed, cursor)).toMatchFileSnapshot(`../../wsdl/golden/${code}.request.xml`);
    await expect(changes).toMatchFileSnapshot(`../../wsdl/golden/${code}.answer.xml`);
  },
);

describe('what has changed', () => {
  const entry: Residences = {
    firstName: 'MARI',
    lastName: 'MÄGI',
    residence: { address: 'Pikk 1, Tartu', since: '2020-01-01' },
    documents: [],
    relations: [],
    custody: [],
  };
  const file = { firstName: 'Mari', lastName: 'Mägi', on: Temporal.PlainDate.from('2026-11-23') };

  it.each<[string, Residences, Residences | undefined, readonly string[]]>([
    ['nothing that is told here', entry, entry, []],
    ['nothing, read for the first time', entry, undefined, []],
    ['a death', { ...entry, deathDate: '2026-11-20' }, entry, ['DEATH']],
    ['a death, read for the first time', { ...entry, deathDate: '2026-11-20' }, undefined, ['DEATH']],
    ['a death long ago', { ...entry, deathDate: '2025-01-20' }, undefined, []],
    // Whoever has seen it in an answer has not been told what to do about it.
    ['a death that an answer has shown already', { ...entry, deathDate: '2026-11-20' }, { ...entry, deathDate: '2026-11-20' }, ['DEATH']],
    ['a death long ago that was known', { ...entry, deathDate: '2025-01-20' }, { ...entry, deathDate: '2025-01-20' }, []],
    ['a death that the register has corrected', { ...entry, deathDate: '2025-01-21' }, { ...entry, deathDate: '2025-01-20' }, ['DEATH']],
    ['a name', { ...entry, lastName: 'SAAR' }, entry, ['NAME']],
    ['a move', { ...entry, residence: { address: 'Lai 2, Tartu', since: '2026-11-20' } }, entry, ['RESIDENCE']],
    ['a move, read for the first time', { ...entry, residence: { address: 'Lai 2', since: '2026-11-20' } }, undefined, ['RESIDENCE']],
    ['an address that is gone', { ...entry, residence: undefined } as unknown as Residences, entry, ['RESIDENCE']],
    ['custody', { ...entry, custody: [{ from: '2020-11-01' }] }, entry, ['CUSTODY']],
    ['custody, read for the first time', { ...entry, custody: [{ from: '2026-11-01', until: '2040-01-01' }] }, undefined, ['CUSTODY']],
    ['custody that has ended', { ...entry, custody: [{ from: '2020-11-01', until: '2026-11-10' }] }, undefined, ['CUSTODY']],
    ['custody that will end one day', { ...entry, custody: [{ from: '2020-11-01', until: '2040-01-01' }] }, undefined, []],
    ['a guardian', { ...entry, relations: [{ kind: { code: 'EESTKOSTJA' }, from: '2020-01-01' }] }, entry, ['GUARDIANSHIP']],
    [
      'a guardian, read for the first time',
      { ...entry, relations: [{ kind: { code: 'EESTKOSTETAV' }, from: '2026-11-01' }] },
      undefined,
      ['GUARDIANSHIP'],
    ],
    ['a child', { ...entry, relations: [{ kind: { code: 'LAPS' }, from: '2026-11-01' }] }, entry, []],
    [
      'all at once',
      { ...entry, lastName: 'SAAR', deathDate: '2026-11-20', residence: { address: 'Lai 2' } },
      entry,
      ['DEATH', 'NAME', 'RESIDENCE'],
    ],
  ])('is %s', (_what, now, before, kinds) => {
    expect(whatChanged(now, before === undefined ? file : { ...file, entry: before }).map(({ kind }) => kind)).toEqual(kinds);
  });
});
