import type { Suite } from '../suite.ts';
import { errorCodes } from './error-codes.ts';
import { hashChains } from './hash-chains.ts';
import { identifierCharacters, identifiers, soapActions } from './identifiers.ts';
import { messages } from './messages.ts';
import { metadata } from './metadata.ts';
import { personalDataUsage, testService } from './oracle.ts';
import { requestHashes } from './request-hashes.ts';
import { rest } from './rest.ts';
import { signedDocuments } from './signed-documents.ts';

export const SUITES: readonly Suite[] = [
  messages,
  requestHashes,
  soapActions,
  identifierCharacters,
  identifiers,
  rest,
  metadata,
  testService,
  personalDataUsage,
  hashChains,
  signedDocuments,
  errorCodes,
];
