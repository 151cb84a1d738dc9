import { newId } from '../../../src/platform/index.ts';
import { GOOD_CALLS, type GoodCall } from './good-calls/index.ts';
import type { Ground } from './ground.ts';
import type { Command, Machine } from './machines/index.ts';
import type { Operation } from './operation.ts';
import { type Answer, type Sending, send } from './sending.ts';

/** The operations on what stands at an address, and below it. */
export function operationsOn(operations: readonly Operation[], address: string): readonly Operation[] {
  return operations.filter(({ path }) => path === address || path.startsWith(`${address}/`));
}

/** `POST /close` of `POST /api/v1/proceedings/{id}/close`. */
export function commandOf({ method, path }: Operation, address: string): Command {
  return `${method} ${path.slice(address.length)}`.trim();
}

/** Whether an operation names nothing besides what a machine is about. */
export function isOnWhole({ path }: Operation, { begins }: Machine): boolean {
  return namesIn(path).every((name) => namesIn(begins).includes(name));
}

export async function goodCall(ground: Ground, name: string): Promise<GoodCall> {
  const good = await GOOD_CALLS[name]?.(ground);
  if (good === undefined) throw new Error(`no good call of ${name}`);
  return good;
}

/** Calls an operation under a key of its own: of a refused call none is kept. */
export function call(ground: Ground, operation: Operation, sending: Sending): Promise<Answer> {
  return send(ground.star.gateway.url, operation, { ...sending, headers: { 'idempotency-key': newId(), ...sending.headers } });
}

function namesIn(address: string): readonly string[] {
  return [...address.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
}
