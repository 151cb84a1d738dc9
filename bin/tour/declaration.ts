import { setTimeout as sleep } from 'node:timers/promises';
import { signIn, step, type Tour } from './door.ts';

/** What the institution has paid is declared by who settles it; the same file again is the same declaration. */
export async function declare({ mari, personae, month }: Tour): Promise<void> {
  const liis = await signIn('liis.arveldaja');
  const file = Buffer.from(`<tsd periood="${month}"><isik kood="${personae.EMPLOYED_PARENT ?? ''}" summa="320.00"/></tsd>`).toString(
    'base64',
  );
  const { body } = await liis('POST', '/api/v1/declarations', { month, file });
  let declared = body;
  for (let tries = 0; tries < 40 && declared.state !== 'ACCEPTED'; tries++) {
    await sleep(250);
    declared = (await liis('GET', `/api/v1/declarations/${body.id}`)).body;
  }
  step('a month is declared at the tax board, with its file beside the message', declared.state === 'ACCEPTED', {
    state: declared.state,
    confirmedBy: declared.confirmedBy,
    xRoadId: declared.xRoadId,
  });
  const again = await liis('POST', '/api/v1/declarations', { month, file });
  step('the same file again is the declaration that there is', again.status === 200 && again.body.id === body.id, { status: again.status });
  const other = await mari('GET', `/api/v1/declarations/${body.id}`);
  step('who does not settle does not see it', other.status === 403, { status: other.status, code: other.body.code });
}
