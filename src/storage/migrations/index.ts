import type { Kysely } from 'kysely';
import * as dataKeys from './0001-data-key.ts';
import * as outbox from './0002-queue-outbox.ts';
import * as cache from './0003-cached-answer.ts';
import * as audit from './0010-audit.ts';
import * as access from './0011-access.ts';
import * as client from './0012-client.ts';
import * as proceeding from './0013-proceeding.ts';
import * as query from './0020-query.ts';
import * as contractWatch from './0021-contract-watch.ts';
import * as subsistenceGrant from './0030-subsistence-grant.ts';
import * as notice from './0031-notice.ts';
import * as care from './0032-care.ts';
import * as write from './0040-write.ts';
import * as rest from './0042-rest.ts';
import * as batch from './0043-batch.ts';
import * as feed from './0044-feed.ts';
import * as declaration from './0045-declaration.ts';
import * as addressChange from './0046-address-change.ts';
import * as turn from './0047-turn.ts';
import * as supervision from './0048-supervision.ts';
import * as masterKey from './0050-master-key.ts';
import * as consolePage from './0051-console.ts';
import * as trace from './0053-trace.ts';
import * as registryControl from './0057-registry-control.ts';
import * as emergencyAccess from './0058-emergency-access.ts';
import * as queryChecks from './0067-query-checks.ts';
import * as accounts from './0070-accounts.ts';
import * as accessRequest from './0071-access-request.ts';
import * as allowedNetwork from './0072-allowed-network.ts';
import * as organisation from './0074-organisation.ts';
import * as employeeProfile from './0075-employee-profile.ts';
import * as contract from './0076-contract.ts';
import * as classifier from './0077-classifier.ts';
import * as parameter from './0078-parameter.ts';
import * as measure from './0079-measure.ts';
import * as clientFile from './0080-client-file.ts';
import * as intake from './0083-intake.ts';
import * as renewedKey from './0084-renewed-key.ts';
import * as course from './0085-course.ts';
import * as registryNotice from './0086-registry-notice.ts';
import * as systemNotice from './0087-system-notice.ts';
import * as auditSearch from './0090-audit-search.ts';
import * as document from './0091-document.ts';
import * as signatureCheck from './0092-signature-check.ts';
import * as letter from './0094-letter.ts';
import * as signIn from './0096-sign-in.ts';
import * as termsOrder from './0097-terms-order.ts';
import * as citizen from './0098-citizen.ts';
import * as erasing from './0099-erasing.ts';
import * as retention from './0100-retention.ts';
import * as auditMonths from './0101-audit-months.ts';
import * as supervisionLists from './0102-supervision-lists.ts';
import * as stuckQuery from './0103-stuck-query.ts';

/** One step of the schema. Its name is kept in the database: once released it never changes, and neither does what it does. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<Record<never, never>>): Promise<void>;
}

/** Every step in order. Numbers: 0001-0009 storage, 0010-0019, 0048, 0058 and 0070-0089 register, 0020-0029 and other 0040-0059 queries, 0030-0039 services. */
export const migrations: readonly Migration[] = [
  { name: '0001-data-key', up: dataKeys.up },
  { name: '0002-queue-outbox', up: outbox.up },
  { name: '0003-cached-answer', up: cache.up },
  { name: '0010-audit', up: audit.up },
  { name: '0011-access', up: access.up },
  { name: '0012-client', up: client.up },
  { name: '0013-proceeding', up: proceeding.up },
  { name: '0020-query', up: query.up },
  { name: '0021-contract-watch', up: contractWatch.up },
  { name: '0030-subsistence-grant', up: subsistenceGrant.up },
  { name: '0031-notice', up: notice.up },
  { name: '0032-care', up: care.up },
  { name: '0040-write', up: write.up },
  { name: '0042-rest', up: rest.up },
  { name: '0043-batch', up: batch.up },
  { name: '0044-feed', up: feed.up },
  { name: '0045-declaration', up: declaration.up },
  { name: '0046-address-change', up: addressChange.up },
  { name: '0047-turn', up: turn.up },
  { name: '0048-supervision', up: supervision.up },
  { name: '0050-master-key', up: masterKey.up },
  { name: '0051-console', up: consolePage.up },
  { name: '0053-trace', up: trace.up },
  { name: '0057-registry-control', up: registryControl.up },
  { name: '0058-emergency-access', up: emergencyAccess.up },
  { name: '0067-query-checks', up: queryChecks.up },
  { name: '0070-accounts', up: accounts.up },
  { name: '0071-access-request', up: accessRequest.up },
  { name: '0072-allowed-network', up: allowedNetwork.up },
  { name: '0074-organisation', up: organisation.up },
  { name: '0075-employee-profile', up: employeeProfile.up },
  { name: '0076-contract', up: contract.up },
  { name: '0077-classifier', up: classifier.up },
  { name: '0078-parameter', up: parameter.up },
  { name: '0079-measure', up: measure.up },
  { name: '0080-client-file', up: clientFile.up },
  { name: '0083-intake', up: intake.up },
  { name: '0084-renewed-key', up: renewedKey.up },
  { name: '0085-course', up: course.up },
  { name: '0086-registry-notice', up: registryNotice.up },
  { name: '0087-system-notice', up: systemNotice.up },
  { name: '0090-audit-search', up: auditSearch.up },
  { name: '0091-document', up: document.up },
  { name: '0092-signature-check', up: signatureCheck.up },
  { name: '0094-letter', up: letter.up },
  { name: '0096-sign-in', up: signIn.up },
  { name: '0097-terms-order', up: termsOrder.up },
  { name: '0098-citizen', up: citizen.up },
  { name: '0099-erasing', up: erasing.up },
  { name: '0100-retention', up: retention.up },
  { name: '0101-audit-months', up: auditMonths.up },
  { name: '0102-supervision-lists', up: supervisionLists.up },
  { name: '0103-stuck-query', up: stuckQuery.up },
];
