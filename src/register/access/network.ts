import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether a text is a network: an address and how many of its first bits are the network's (CIDR, RFC 4632, RFC 4291). */
export function isNetwork(text: string): boolean {
  const [, address = '', prefix = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(prefix) <= (version === 6 ? 128 : 32);
}

/** Whether an address is in one of the networks. Where none is named there is no rule (REQ-117: optional). */
export function isInside(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  if (isIP(address) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [first = '', prefix = ''] = network.split('/');
    list.addSubnet(first, Number(prefix), isIPv6(first) ? 'ipv6' : 'ipv4');
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
