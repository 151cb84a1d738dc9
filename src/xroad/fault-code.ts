/**
 * Codes whose newer spelling (X-Road 7.8) does not follow from the older one (7.7): everything else is camel case turned into snake case.
 * Source: the renaming table of X-Road 7.8.0.
 */
const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ClientProxy: 'clientproxy',
    ServerProxy: 'serverproxy',
    OutdatedGlobalConf: 'global_conf_outdated',
    HashChainUnusedInputs: 'hashchain_unused_inputs',
    TokenReadOnly: 'token_readonly',
  }),
);

const XROAD_CODE = /^(?:client\.|server\.clientproxy|server\.serverproxy|signer)/;

/**
 * One spelling for both: `Server.ServerProxy.AccessDenied` (7.7 and earlier) and `server.serverproxy.access_denied` (7.8) both become the
 * latter. A consumer meets both at once, since each hop writes its own. Codes that are not X-Road's are given back as they are.
 */
export function normaliseFaultCode(code: string): string {
  const normalised = code
    .split('.')
    .map((segment) => RENAMED.get(segment) ?? snakeCase(segment))
    .join('.');
  return XROAD_CODE.test(`${normalised}.`) ? normalised : code;
}

/** Whether X-Road made this fault, as opposed to the provider behind it (PR-MESS 2.5: the provider's own code comes unchanged). */
export function isXRoadFaultCode(code: string): boolean {
  return XROAD_CODE.test(`${normaliseFaultCode(code)}.`);
}

function snakeCase(segment: string): string {
  return segment.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
}
