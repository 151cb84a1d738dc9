import { describe, expect, it } from 'vitest';
import { type Classification, classifyFault, isXRoadFaultCode } from '../../src/xroad/index.ts';

describe('what a fault means', () => {
  it.each<[string, Classification['class'], Classification['mayHaveRun'], Classification['retry']]>([
    ['Client.MissingHeaderField', 'OUR_MESSAGE', 'NO', 'NEVER'],
    ['Server.ClientProxy.SslAuthenticationFailed', 'OUR_CONFIGURATION', 'NO', 'NEVER'],
    ['Server.ClientProxy.UnknownMember', 'OUR_CONFIGURATION', 'NO', 'NEVER'],
    ['Server.ClientProxy.OutdatedGlobalConf', 'CENTRAL_CONFIGURATION', 'NO', 'SLOW'],
    ['server.clientproxy.global_conf_outdated', 'CENTRAL_CONFIGURATION', 'NO', 'SLOW'],
    ['Server.ClientProxy.CannotCreateSignature.Signer.TokenNotActive', 'SIGNING', 'NO', 'SLOW'],
    ['Signer.PinIncorrect', 'SIGNING', 'NO', 'SLOW'],
    ['Server.ClientProxy.LoggingFailed.TimestampingFailed', 'LOGGING', 'UNKNOWN', 'SLOW'],
    ['Server.ClientProxy.MaintenanceMode', 'MAINTENANCE', 'NO', 'SLOW'],
    ['Server.ClientProxy.NetworkError', 'NETWORK', 'UNKNOWN', 'BACKOFF'],
    ['server.clientproxy.unknown_host', 'NETWORK', 'UNKNOWN', 'BACKOFF'],
    ['Server.ClientProxy.IOError', 'SECURITY_SERVER', 'UNKNOWN', 'BACKOFF'],
    ['Server.ClientProxy.ServiceFailed.IOError', 'ANSWER_BROKEN', 'UNKNOWN', 'IF_IDEMPOTENT'],
    ['Server.ClientProxy.ServiceFailed.InconsistentResponse', 'INTEGRITY', 'YES', 'NEVER'],
    ['Server.ClientProxy.InconsistentResponse', 'INTEGRITY', 'YES', 'NEVER'],
    ['Server.ServerProxy.UnknownService', 'UNKNOWN_SERVICE', 'NO', 'NEVER'],
    ['Server.ServerProxy.ServiceType', 'UNKNOWN_SERVICE', 'NO', 'NEVER'],
    ['server.serverproxy.access_denied', 'ACCESS_DENIED', 'NO', 'NEVER'],
    ['Server.ServerProxy.ServiceDisabled', 'SERVICE_DISABLED', 'NO', 'SLOW'],
    ['Server.ServerProxy.ServiceFailed.UnknownMember', 'PROVIDER_CONFIGURATION', 'NO', 'NEVER'],
    ['Server.ServerProxy.ClientProxyVersionNotSupported', 'OUR_CONFIGURATION', 'NO', 'NEVER'],
    ['Server.ServerProxy.DatabaseError', 'PROVIDER_CONFIGURATION', 'NO', 'SLOW'],
    ['Server.ServerProxy.LoggingFailed', 'LOGGING', 'UNKNOWN', 'SLOW'],
    ['Server.ServerProxy.CannotCreateSignature.Signer.X', 'SIGNING', 'YES', 'IF_IDEMPOTENT'],
    ['Server.ServerProxy.ServiceFailed.NetworkError', 'PROVIDER_DOWN', 'UNKNOWN', 'BACKOFF'],
    ['server.serverproxy.service_failed.io_error', 'PROVIDER_TIMEOUT', 'UNKNOWN', 'IF_IDEMPOTENT'],
    ['Server.ServerProxy.IOError', 'PROVIDER_TIMEOUT', 'UNKNOWN', 'IF_IDEMPOTENT'],
    ['Server.ServerProxy.ServiceFailed.HttpError', 'PROVIDER_DOWN', 'UNKNOWN', 'IF_IDEMPOTENT'],
    ['server.serverproxy.service_failed.missing_header', 'PROVIDER_MESSAGE', 'YES', 'NEVER'],
    ['Server.ServerProxy.ServiceFailed.SslAuthenticationFailed', 'PROVIDER_CONFIGURATION', 'NO', 'SLOW'],
    ['Server.ServerProxy.ServiceMissingUrl', 'PROVIDER_CONFIGURATION', 'NO', 'NEVER'],
    ['Server.ServerProxy.OpMonitor.InvalidClientIdentifier', 'OUR_MESSAGE', 'NO', 'NEVER'],
    ['Server.ServerProxy.InternalError', 'SECURITY_SERVER', 'UNKNOWN', 'IF_IDEMPOTENT'],
    ['Server.ServerProxy.SomethingNew', 'UNKNOWN', 'UNKNOWN', 'NEVER'],
    ['Server.ServerProxy.AccessDeniedToday', 'UNKNOWN', 'UNKNOWN', 'NEVER'],
    ['SOAP-ENV:Server', 'PROVIDER_FAULT', 'UNKNOWN', 'NEVER'],
    ['Clientele.X', 'PROVIDER_FAULT', 'UNKNOWN', 'NEVER'],
    ['constructor', 'PROVIDER_FAULT', 'UNKNOWN', 'NEVER'],
  ])('%s', (code, klass, mayHaveRun, retry) => {
    expect(classifyFault(code)).toEqual({ class: klass, mayHaveRun, retry });
  });

  it('a message too large to log is not sent again', () => {
    expect(classifyFault('Server.ClientProxy.LoggingFailed', 'Message size exceeds maximum loggable size').retry).toBe('NEVER');
    expect(classifyFault('Server.ClientProxy.LoggingFailed', 'disk full').retry).toBe('SLOW');
  });

  it('tells whose fault it is', () => {
    expect(['Client', 'Client.X', 'server.clientproxy.x', 'Signer.X'].every(isXRoadFaultCode)).toBe(true);
    expect(['soap:Client', 'Server', 'Server.Own', 'CODE', ''].some(isXRoadFaultCode)).toBe(false);
  });
});
