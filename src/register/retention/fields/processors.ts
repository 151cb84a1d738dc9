import { fieldsOf } from './field.ts';

/** Institutions, their workers, and what they offer. */
export const PROCESSORS = fieldsOf({
  app_user: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'username personal_code name failures locked_until password_own_since profile_filled',
      PSEUDONYMOUS: 'id',
      TECHNICAL: 'password_hash',
    },
  },
  membership: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'roles active client_work last_sign_in_at ended_at',
      PSEUDONYMOUS: 'user_id institution_id',
      TECHNICAL: 'version',
    },
  },
  session: {
    group: 'TRANSIENT',
    item: 'MEANS',
    columns: {
      ORDINARY: 'started_at seen_at address device locked auth_method auth_level',
      PSEUDONYMOUS: 'id user_id institution_id',
      TECHNICAL: 'token_hash',
    },
  },
  tara_sign_in: {
    group: 'TRANSIENT',
    item: 'MEANS',
    columns: {
      ORDINARY: 'begun_at answered_at personal_code first_name last_name auth_method auth_level',
      TECHNICAL: 'secret_hash',
    },
  },
  idempotency_key: {
    group: 'TRANSIENT',
    item: 'MEANS',
    columns: { ORDINARY: 'used_at', PSEUDONYMOUS: 'user_id made location', TECHNICAL: 'key request_hash status' },
  },
  employee_profile: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: { ORDINARY: 'education_level email phone entered_at', PSEUDONYMOUS: 'user_id entered_by', TECHNICAL: 'version' },
  },
  employee_post: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'position valid_from valid_to entered_at',
      PSEUDONYMOUS: 'user_id institution_id department_id entered_by',
      TECHNICAL: 'version',
    },
  },
  access_request: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'type policy name personal_code job_title roles email signature entered_at state decided_at reason',
      PSEUDONYMOUS: 'id institution_id entered_by decided_by signed_document_id',
    },
  },
  signed_document: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: {
      ORDINARY: 'file_name signers brought_at',
      PSEUDONYMOUS: 'id brought_by sha256',
      TECHNICAL: 'bytes sealed_key scanned',
    },
  },
  access_review: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { PSEUDONYMOUS: 'id institution_id confirmed_by', TECHNICAL: 'confirmed_at records' },
  },
  terms_acceptance: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: { ORDINARY: 'accepted_at', PSEUDONYMOUS: 'user_id', TECHNICAL: 'version' },
  },
  terms_of_use: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { PSEUDONYMOUS: 'published_by', TECHNICAL: 'version text published_at order_title order_number order_date' },
  },
  system_notice: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { PSEUDONYMOUS: 'published_by', TECHNICAL: 'id text_et text_en text_ru published_at' },
  },
  system_notice_reading: {
    group: 'EMPLOYEE',
    item: 'PROCESSOR',
    columns: { ORDINARY: 'read_at', PSEUDONYMOUS: 'user_id', TECHNICAL: 'notice_id' },
  },
  institution: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id registry_code name kind ehak_code version' } },
  allowed_network: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'institution_id networks version' } },
  department: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id institution_id name closed version' } },
  provider: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: {
      PSEUDONYMOUS: 'registered_by',
      TECHNICAL: 'institution_id request_document registered_at check_state check_due_at check_tries registered_name checked_at',
    },
  },
  service_place: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'id provider_id municipality address ads_oid services valid_from valid_to version' },
  },
  service_contract: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: {
      PSEUDONYMOUS: 'entered_by',
      TECHNICAL: 'id municipality_id provider_id service valid_from valid_to unit_price_cents document_id entered_at version',
    },
  },
  processor_mandate: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: {
      PSEUDONYMOUS: 'given_by revoked_by',
      TECHNICAL: 'id municipality_id provider_id document_id given_at revoked_at revocation_reason',
    },
  },
  classifier: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id institution_id code in_group name version' } },
  classifier_value: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id classifier_id code label valid_from valid_to' } },
  classifier_proposal: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: {
      PSEUDONYMOUS: 'proposed_by',
      TECHNICAL: 'id classifier_id institution_id proposed_at proposal justification state reason version',
    },
  },
  legal_basis: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id institution_id act title section worded_on reference' } },
  parameter: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'code scope in_group unit words name legal_basis_id in_force_from in_force_to' },
  },
  parameter_value: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'id parameter_code institution_id value source_act confirmed valid_from valid_to' },
  },
  housing_cost_cap: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'id institution_id cost_kind rules legal_basis_id valid_from valid_to' },
  },
  measure: { group: 'REFERENCE', item: 'PROCESSOR', columns: { TECHNICAL: 'id institution_id kind version' } },
  measure_version: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: {
      TECHNICAL:
        'id measure_id no name description type target_groups need_based entry_duty periodicity price payment_methods excluded_from_income_by legal_basis_ids budget_id valid_from valid_to',
    },
  },
  budget: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'id institution_id name amount reserved spent valid_from valid_to version' },
  },
  budget_reservation: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'id budget_id for_id amount spent open reserved_at' },
  },
  anonymised_proceedings: {
    group: 'REFERENCE',
    item: 'PROCESSOR',
    columns: { TECHNICAL: 'kind institution_id opened_year closed_year close_reason proceedings subjects' },
  },
});
