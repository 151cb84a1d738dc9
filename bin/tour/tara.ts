import { gateway, step } from './door.ts';

/** Somebody signs in by TARA as a browser would: sent there, chooses who to be, is sent back, and opens the session. */
export async function signInByTara(who: string): Promise<void> {
  const begun = await fetch(`${gateway}/api/v1/sessions/tara`, { redirect: 'manual' });
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const screen = begun.headers.get('location') ?? '';
  const page = await (await fetch(screen)).text();
  const person = new RegExp(`value="(\\d{11})"><b>${who}<`).exec(page)?.[1] ?? '';
  const chosen = await fetch(screen, { method: 'POST', body: new URLSearchParams({ person, means: 'mid' }), redirect: 'manual' });
  const returned = await fetch(chosen.headers.get('location') ?? '', { headers: { cookie }, redirect: 'manual' });
  const session = await fetch(`${gateway}/api/v1/sessions`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'TARA' }),
  });
  const { token } = (await session.json()) as { token?: string };
  const current = await fetch(`${gateway}/api/v1/sessions/current`, { headers: { authorization: `Bearer ${token}` } });
  const { name, authMethod, authLevel } = (await current.json()) as Record<string, unknown>;
  const signIn = new URL(returned.headers.get('location') ?? gateway).searchParams.get('signIn');
  step(`${who} signs in by TARA`, session.status === 201 && name === who && authLevel === 'HIGH', { signIn, authMethod, authLevel });
}
