import { KontrolliToimetulekuToetuseSaamist as operation } from '../../src/services/generated/star.ts';
import { prepareRequest } from '../../src/xroad/index.ts';
import { personalCode } from '../town.ts';

export const PROVIDER = { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70009770', subsystemCode: 'star' };

/** One request of another register, as its security server delivers it. */
export function producerQuestion(): Uint8Array {
  const body = operation.request.encode({ isikukood: personalCode(17), algus: '2026-01-01', lopp: '2026-06-30' });
  if (!body.ok) throw new Error('the question does not fit the contract');
  const prepared = prepareRequest(
    {
      client: { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '74000085', subsystemCode: 'tkis' },
      service: { ...PROVIDER, serviceCode: operation.serviceCode, serviceVersion: 'v1' },
      id: '4894e35d-bf0f-44a6-867a-8e51f1daa7e0',
      userId: `EE${personalCode(18)}`,
      issue: '2026/1',
      protocolVersion: '4.0',
    },
    body.value,
  );
  if (!prepared.ok) throw new Error(prepared.error.text);
  return prepared.value.bytes;
}
