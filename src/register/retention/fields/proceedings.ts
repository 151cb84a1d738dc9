import { fieldsOf } from './field.ts';

/** Intakes, proceedings, and all that hangs on them. Those on adoption and of victims are kept by their own groups. */
export const PROCEEDINGS = fieldsOf({
  proceeding: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      // That there is one on adoption, or of a victim, says it all.
      SPECIAL: 'kind close_reason',
      ORDINARY: 'no state opened_at closed_at',
      PSEUDONYMOUS: 'id institution_id owner_id',
      TECHNICAL: 'version',
    },
  },
  proceeding_subject: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    columns: { SPECIAL: 'role social_status', ORDINARY: 'actual_address as_of', PSEUDONYMOUS: 'proceeding_id client_id' },
  },
  proceeding_step: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: { SPECIAL: 'text', ORDINARY: 'kind at', PSEUDONYMOUS: 'id proceeding_id by object_id' },
  },
  proceeding_link: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: { SPECIAL: 'url title', ORDINARY: 'added_at', PSEUDONYMOUS: 'id proceeding_id added_by' },
  },
  proceeding_transfer: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'reason decision_reason',
      ORDINARY: 'offered_at state decided_at',
      PSEUDONYMOUS: 'id proceeding_id from_institution to_institution offered_by decided_by',
    },
  },
  intake: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'kind problem ended_reason',
      ORDINARY: 'no channel state received_at contact_person actual_address locked_at',
      PSEUDONYMOUS: 'id institution_id registered_by proceeding_id redirected_from',
      TECHNICAL: 'version',
    },
  },
  intake_subject: { group: 'PROCEEDING_5_5', item: 'PROCEEDING', columns: { SPECIAL: 'role', PSEUDONYMOUS: 'intake_id client_id' } },
  action: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'kind text',
      ORDINARY: 'origin at state planned_for done_at',
      PSEUDONYMOUS: 'id proceeding_id performed_by query_id assigned_to correction_of',
      TECHNICAL: 'version',
    },
  },
  document: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'kind title file_name withdrawal_reason',
      ORDINARY: 'uploaded_at withdrawn_at decided_at',
      PSEUDONYMOUS: 'id proceeding_id uploaded_by withdrawn_by sha256',
      TECHNICAL: 'media_type bytes sealed_key scanned version',
    },
  },
  signature_check: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      // It names who has signed.
      ORDINARY: 'sealed_report state checked_at signature_count valid_count',
      PSEUDONYMOUS: 'document_id',
      TECHNICAL: 'due_at tries',
    },
  },
  document_leftover: { group: 'TRANSIENT', item: 'PROCEEDING', columns: { PSEUDONYMOUS: 'id', TECHNICAL: 'due_at' } },
  letter: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'subject text',
      ORDINARY: 'recipient posted_at state sent_at',
      PSEUDONYMOUS: 'id proceeding_id posted_by occasion',
      TECHNICAL: 'attempt due_at lease_until code',
    },
  },
  letter_attachment: {
    group: 'TRANSIENT',
    item: 'PROCEEDING',
    columns: { SPECIAL: 'name content', PSEUDONYMOUS: 'letter_id', TECHNICAL: 'place' },
  },
  emergency_access: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'justification',
      ORDINARY: 'asked_at decide_by state decided_at ends_at',
      PSEUDONYMOUS: 'id proceeding_id worker_id institution_id decided_by',
    },
  },
  registry_notice: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    columns: {
      SPECIAL: 'kind desk work',
      ORDINARY: 'event_date told_at received_at state resolved_at',
      PSEUDONYMOUS: 'id institution_id client_id fingerprint query_id resolved_by',
      TECHNICAL: 'feed version',
    },
  },
  notice_item: {
    group: 'PROCEEDING_5_5',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'objects reason',
      ORDINARY: 'code mandatory done state outcome settled_at',
      PSEUDONYMOUS: 'notice_id covers settled_by',
    },
  },
  change_notice: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    columns: {
      ORDINARY: 'new_personal_code told_at kinds explained_at',
      PSEUDONYMOUS: 'id client_id proceeding_id institution_id query_id',
      TECHNICAL: 'feed',
    },
  },
  received_notice: {
    group: 'CHILD_NOTICE_MAJORITY',
    item: 'OTHER',
    columns: { SPECIAL: 'content urgent', ORDINARY: 'sender ehak received_at', PSEUDONYMOUS: 'id notice_id digest', TECHNICAL: 'waiting' },
  },
  subsistence_grant: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    columns: { ORDINARY: 'personal_code month first_name last_name', PSEUDONYMOUS: 'id' },
  },
  carer_duty: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    // Whoever has a carer needs one.
    columns: { SPECIAL: 'cared_for_code kind', ORDINARY: 'carer_code begins ends first_name last_name', PSEUDONYMOUS: 'id' },
  },
  carer_benefit: {
    group: 'PROCEEDING_5_5',
    item: 'OTHER',
    columns: { ORDINARY: 'carer_code reference municipality begins ends', PSEUDONYMOUS: 'id' },
  },
});
