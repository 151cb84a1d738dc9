import type { Tracing } from '../platform/index.ts';
import {
  type ExchangeOutcome,
  formatClientId,
  formatServiceId,
  type RestOutcome,
  type ServiceId,
  type XRoadClient,
} from '../xroad/index.ts';

/**
 * The way out with a span for every exchange, below whatever it is made for. What leaves is the same: registers are sent no `traceparent`, since
 * nothing leaves without a purpose, and X-Road has an id of its own for both sides to find an exchange by.
 *
 * @param registries the registers by their subsystems, as `EE/GOV/70008440/rr`
 */
export function tracedXRoad(client: XRoadClient, tracing: Tracing, registries: ReadonlyMap<string, string>): XRoadClient {
  async function traced<O extends ExchangeOutcome | RestOutcome>(
    { id, service }: { readonly id: string; readonly service: ServiceId },
    protocol: 'SOAP' | 'REST',
    work: () => Promise<O>,
  ): Promise<O> {
    const { serviceCode: _, serviceVersion: __, ...provider } = service;
    const registry = registries.get(formatClientId(provider));
    const span = tracing.begin('X-Road exchange', {
      kind: 'CLIENT',
      attributes: {
        'xroad.id': id,
        'xroad.service': formatServiceId(service),
        'xroad.protocol': protocol,
        ...(registry === undefined ? {} : { 'star.registry': registry }),
      },
    });
    try {
      const outcome = await work();
      const { securityServer, responseBytes } = outcome.evidence;
      span.set({
        'xroad.outcome': outcome.kind,
        ...(responseBytes === undefined ? {} : { 'xroad.response.bytes': responseBytes }),
        ...(URL.canParse(securityServer) ? { 'server.address': new URL(securityServer).host } : {}),
      });
      // The class, and not the code: a provider may put anything into its own.
      span.end(outcome.kind === 'answered' ? undefined : outcome.classification.class);
      return outcome;
    } catch (error) {
      span.end('INTERNAL_ERROR');
      throw error;
    }
  }
  return {
    ...client,
    exchange: (prepared, how) => traced(prepared.header, 'SOAP', () => client.exchange(prepared, how)),
    exchangeRest: (prepared, how) => traced(prepared, 'REST', () => client.exchangeRest(prepared, how)),
  };
}
