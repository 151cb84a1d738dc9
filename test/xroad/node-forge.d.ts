/** As much of node-forge as test certificates need; the package brings no types. */
declare module 'node-forge' {
  interface Key {
    readonly kind: 'key';
  }
  interface Certificate {
    publicKey: Key;
    serialNumber: string;
    readonly validity: { notBefore: Date; notAfter: Date };
    setSubject(attributes: readonly { name: string; value: string }[]): void;
    setIssuer(attributes: readonly { name: string; value: string }[]): void;
    setExtensions(extensions: readonly object[]): void;
    sign(key: Key, digest: object): void;
  }
  const forge: {
    readonly pki: {
      readonly rsa: { generateKeyPair(bits: number): { publicKey: Key; privateKey: Key } };
      createCertificate(): Certificate;
      certificateToPem(certificate: Certificate): string;
      privateKeyToPem(key: Key): string;
    };
    readonly md: { readonly sha256: { create(): object } };
    readonly random: { getBytesSync(count: number): string };
    readonly util: { bytesToHex(bytes: string): string };
  };
  export default forge;
}
