export { type Certificate, isIssuedBy, isValidAt, keyUsageOf, readCertificate, subjectValue } from './certificate.ts';
export type { EvidenceCode, EvidenceDefect } from './defect.ts';
export { type ContainerQuestion, type FetchDefect, fetchContainer, fetchTrustLists } from './fetch.ts';
export { type HashChainCode, type HashChainCover, type HashChainDefect, type HashChainInputs, verifyHashChain } from './hash-chain.ts';
export type { LoggedMessage } from './logged-message.ts';
export { type CertificateStatus, type StatusQuestion, verifyStatus } from './ocsp.ts';
export { readTrustList, readTrustLists, type TrustList } from './trust.ts';
export { type Proof, verifyContainer } from './verify.ts';
