import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const contacts = { email: 'mari@paide.example', phone: '+372 5555 1234' };
const said = { educationLevel: 'BACHELOR', contacts };

describe('what a worker says of themselves', () => {
  it('REQ-103: is theirs to change, and what was said before stays', async () => {
    const mari = await office.work({ roles: ['SOCIAL_WORKER'], ...office.paide });
    expect((await mari('GET', '/api/v1/me/profile')).body).toMatchObject({ code: 'PROFILE_NOT_FOUND', status: 404 });
    const first = await mari('PUT', '/api/v1/me/profile', said);
    expect(first).toMatchObject({ status: 200, body: { ...said, enteredAt: '2026-11-23T08:00:00Z' }, headers: { etag: '"1"' } });
    const second = await mari('PUT', '/api/v1/me/profile', { ...said, educationLevel: 'MASTER' }, { 'if-match': '"1"' });
    expect(second).toMatchObject({ status: 200, body: { educationLevel: 'MASTER' } });
    expect((await mari('GET', '/api/v1/me/profile/history')).body.items).toEqual([second.body, first.body]);
    const stale = await mari('PUT', '/api/v1/me/profile', said, { 'if-match': '"1"' });
    expect(stale.body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    await expect(sql`update employee_profile set phone = '1'`.execute(office.database.db)).rejects.toThrow('never changed');
  });

  it('is refused where it is not whole', async () => {
    const refusals = [
      { contacts },
      { educationLevel: 'MASTER' },
      { ...said, contacts: { ...contacts, email: 'mari' } },
      { ...said, contacts: { ...contacts, phone: 'helista' } },
      { ...said, contacts: { email: contacts.email } },
      { ...said, userId: office.admin.worker.userId },
    ];
    for (const body of refusals) {
      expect((await office.worker('PUT', '/api/v1/me/profile', body)).body).toMatchObject({ code: 'VALIDATION_FAILED', status: 422 });
    }
    expect((await office.worker('PUT', '/api/v1/me/profile', { ...said, educationLevel: 'WIZARD' })).body).toMatchObject({
      code: 'CLASSIFIER_VALUE_UNKNOWN',
      errors: [{ pointer: '/educationLevel' }],
    });
    expect((await office.worker('GET', '/api/v1/me/profile/history')).body.items).toEqual([]);
  });
});
