import { fieldsOf } from './field.ts';

/** Client files. */
export const PEOPLE = fieldsOf({
  client: {
    group: 'BASE_DATA',
    item: 'GENERAL',
    columns: {
      ORDINARY: 'personal_code internal_code first_name last_name birth_date sex citizenship registered_at',
      PSEUDONYMOUS: 'id registered_by entered_by merged_into',
      TECHNICAL: 'version',
    },
  },
  citizen: {
    group: 'BASE_DATA',
    item: 'GENERAL',
    columns: { ORDINARY: 'personal_code first_name last_name', PSEUDONYMOUS: 'id' },
  },
  citizen_session: {
    group: 'TRANSIENT',
    item: 'MEANS',
    columns: { ORDINARY: 'started_at seen_at auth_method auth_level', PSEUDONYMOUS: 'id citizen_id', TECHNICAL: 'token_hash' },
  },
  client_entry: {
    group: 'BASE_DATA',
    item: 'GENERAL',
    columns: {
      // Who somebody's support person is, or their guardian, tells of their health.
      SPECIAL: 'content',
      ORDINARY: 'kind valid_from valid_to source entered_at',
      PSEUDONYMOUS: 'id client_id continues entered_by institution_id',
    },
  },
  client_opening: {
    group: 'BASE_DATA',
    item: 'PROCEEDING',
    columns: { SPECIAL: 'reason', ORDINARY: 'opened_at ends_at', PSEUDONYMOUS: 'id client_id worker_id institution_id' },
  },
  legal_hold: {
    group: 'LOG',
    item: 'PROCEEDING',
    columns: {
      SPECIAL: 'reason lift_reason',
      ORDINARY: 'placed_at lifted_at',
      PSEUDONYMOUS: 'id client_id proceeding_id placed_by lifted_by',
    },
  },
});
