import { newId } from '../platform/index.ts';
import type { QueryType, Registry } from '../registries/index.ts';
import { type Attachment, type MessageDefect, type PreparedRequest, prepareRequest, type Result, type ServiceId } from '../xroad/index.ts';
import type { Addresses } from './addresses.ts';

/** A message to a register's service, under a new X-Road id, ready to leave. */
export function addressed(
  addresses: Addresses,
  to: { readonly registry: Registry; readonly service: QueryType['service'] },
  /** Whose question it is, and what it is asked for: the number that the register's own log keeps. */
  from: { readonly personalCode: string; readonly issue: string },
  body: string,
  attachments: readonly Attachment[] = [],
): Result<PreparedRequest, MessageDefect> {
  const provider = addresses.provider[to.registry];
  if (provider === undefined) throw new Error(`no subsystem is configured for registry ${to.registry}`);
  const { code, version } = to.service;
  const service: ServiceId = { ...provider, serviceCode: code, ...(version === undefined ? {} : { serviceVersion: version }) };
  const header = {
    client: addresses.client,
    service,
    id: newId(),
    userId: `EE${from.personalCode}`,
    issue: from.issue,
    protocolVersion: '4.0',
  };
  return prepareRequest(header, body, attachments);
}
