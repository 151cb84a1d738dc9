import { type Attachment, type PreparedRequest, prepareRequest } from '../../src/xroad/index.ts';

/** The size of the attachment in P11, MiB: what Estonia's security servers log of a body at the most. */
export const MEBIBYTES = 20;

export const PARTY = { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '1', subsystemCode: 'bench' };

export function question(attachments: readonly Attachment[]): PreparedRequest {
  const prepared = prepareRequest(
    { client: PARTY, service: { ...PARTY, serviceCode: 'carry' }, id: '1', protocolVersion: '4.0' },
    '<b:carry xmlns:b="urn:bench"/>',
    attachments,
  );
  if (!prepared.ok) throw new Error(prepared.error.text);
  return prepared.value;
}
