import { fieldsOf } from './field.ts';

/** What other registers were asked, and what they answered. */
export const QUERIES = fieldsOf({
  query_permit: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'parameters justification fixed',
      ORDINARY: 'at type_code legal_basis fields',
      PSEUDONYMOUS: 'id user_id institution_id proceeding_id client_id',
    },
  },
  query: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      ORDINARY: 'type_code registry answer_state asked_at answered_at write',
      PSEUDONYMOUS: 'id permit_id proceeding_id institution_id client_id user_id question_hash served_from correlation_id trace_parent',
      TECHNICAL: 'state attempt not_before lease_until enqueued_at code class wanted_by',
    },
  },
  query_attempt: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      ORDINARY: 'service sent_at received_at outcome purpose may_have_run',
      PSEUDONYMOUS: 'query_id x_road_id request_hash',
      TECHNICAL: 'attempt request_bytes response_bytes security_server code detail',
    },
  },
  query_answer: { group: 'PROCEEDING_5_5', item: 'OTHER', columns: { SPECIAL: 'sealed', PSEUDONYMOUS: 'query_id' } },
  query_shadow: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      ORDINARY: 'registry type_code service asked_at ended_at outcome',
      PSEUDONYMOUS: 'query_id x_road_id request_hash',
      TECHNICAL: 'code differences',
    },
  },
  cached_answer: {
    group: 'TRANSIENT',
    item: 'OTHER',
    columns: { SPECIAL: 'sealed', ORDINARY: 'expires_at', PSEUDONYMOUS: 'proceeding_id key' },
  },
  batch_permit: {
    group: 'MASS_ORDER',
    item: 'PROCEEDING',
    columns: {
      ORDINARY: 'at type_code parameters legal_basis fields justification',
      PSEUDONYMOUS: 'id user_id institution_id',
    },
  },
  batch: {
    group: 'MASS_ORDER',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'listed',
      ORDINARY: 'type_code registry state ordered_at fetched_at',
      PSEUDONYMOUS: 'id institution_id ticket',
      TECHNICAL: 'attempt tries due_at give_up_at lease_until keep_until code',
    },
  },
  batch_person: {
    group: 'MASS_ORDER',
    item: 'OTHER',
    columns: { SPECIAL: 'sealed', ORDINARY: 'asked outcome', PSEUDONYMOUS: 'batch_id client_id proceeding_id', TECHNICAL: 'position code' },
  },
  batch_resident: {
    group: 'MASS_ORDER',
    item: 'OTHER',
    columns: { SPECIAL: 'sealed', ORDINARY: 'outcome', PSEUDONYMOUS: 'batch_id', TECHNICAL: 'position' },
  },
  batch_exchange: {
    group: 'MASS_ORDER',
    item: 'PROCEEDING',
    columns: {
      ORDINARY: 'service sent_at received_at outcome',
      PSEUDONYMOUS: 'batch_id x_road_id request_hash',
      TECHNICAL: 'attempt request_bytes response_bytes security_server code detail',
    },
  },
  declaration: {
    group: 'ACCOUNTING',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'month state ordered_at settled_at confirmed_by',
      PSEUDONYMOUS: 'id institution_id digest',
      TECHNICAL: 'attempt tries round_at due_at lease_until keep_until code detail',
    },
  },
  declaration_permit: {
    group: 'ACCOUNTING',
    item: 'PROCESSOR',
    columns: { ORDINARY: 'at month purpose legal_basis fields', PSEUDONYMOUS: 'id user_id institution_id' },
  },
  declaration_content: { group: 'ACCOUNTING', item: 'PROCESSOR', columns: { ORDINARY: 'sealed', PSEUDONYMOUS: 'declaration_id' } },
  declaration_exchange: {
    group: 'ACCOUNTING',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'purpose service sent_at received_at outcome',
      PSEUDONYMOUS: 'declaration_id x_road_id request_hash',
      TECHNICAL: 'attempt request_bytes response_bytes security_server code detail',
    },
  },
  care_order: {
    group: 'TRANSIENT',
    item: 'OTHER',
    columns: {
      SPECIAL: 'listed result',
      ORDINARY: 'owner people begins ends ordered_at expires_at',
      PSEUDONYMOUS: 'id',
      TECHNICAL: 'state attempt lease_until',
    },
  },
  bulk_operation: {
    group: 'LOG',
    item: 'LOG',
    columns: {
      ORDINARY: 'registry verb code reason roles at total done refused ended_at',
      PSEUDONYMOUS: 'id query_ids user_id institution_id cursor',
    },
  },
  change_feed: {
    group: 'REFERENCE',
    item: 'MEANS',
    columns: { TECHNICAL: 'code registry cursor due_at lease_until look failures read_at code_of_failure' },
  },
  address_change: {
    group: 'REFERENCE',
    item: 'MEANS',
    columns: { TECHNICAL: 'log_id at event adr_id address former_adr_id successors' },
  },
  contract_finding: {
    group: 'REFERENCE',
    item: 'MEANS',
    columns: { TECHNICAL: 'type_code registry state differences since checked_at accepted' },
  },
  contract_watch: { group: 'REFERENCE', item: 'MEANS', columns: { TECHNICAL: 'single started_at requested_at' } },
  registry_control: { group: 'REFERENCE', item: 'MEANS', columns: { TECHNICAL: 'registry paused changed_at concurrency' } },
  registry_worker: {
    group: 'TRANSIENT',
    item: 'MEANS',
    columns: { TECHNICAL: 'worker_id registry breaker breaker_until concurrency seen_at' },
  },
  maintenance_window: {
    group: 'REFERENCE',
    item: 'MEANS',
    columns: { TECHNICAL: 'id registry starts_at ends_at reason emergency set_at', PSEUDONYMOUS: 'set_by' },
  },
  queue_outbox: { group: 'TRANSIENT', item: 'MEANS', columns: { TECHNICAL: 'id queue job_id due_at' } },
});
