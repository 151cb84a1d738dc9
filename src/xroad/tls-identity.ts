/** Mutual TLS with a security server: PEM texts, as exported from it. X-Road compares certificates byte by byte, so `ca` is usually its own. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
  /** Name to check the server's certificate against, when it is not the host of the URL. */
  readonly serverName?: string;
}
