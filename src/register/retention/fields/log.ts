import { fieldsOf } from './field.ts';

/** The log, what supervision makes of it, and what the register itself needs. */
export const LOG = fieldsOf({
  audit_event: {
    group: 'LOG',
    item: 'LOG',
    columns: {
      // Reasons that people gave stand in it.
      SPECIAL: 'details',
      ORDINARY: 'at action outcome code roles',
      PSEUDONYMOUS: 'id user_id institution_id object_type object_id client_id proceeding_id',
      TECHNICAL: 'system',
    },
  },
  audit_seal: { group: 'LOG', item: 'LOG', columns: { PSEUDONYMOUS: 'event_id', TECHNICAL: 'line hash at' } },
  audit_unsealed: { group: 'TRANSIENT', item: 'LOG', columns: { PSEUDONYMOUS: 'event_id', TECHNICAL: 'at' } },
  audit_anchor: { group: 'REFERENCE', item: 'LOG', columns: { TECHNICAL: 'single line hash gone_before last_line stragglers' } },
  misuse_signal: {
    group: 'LOG',
    item: 'LOG',
    columns: {
      ORDINARY: 'rule at score state reviewed_at note',
      PSEUDONYMOUS: 'id key worker_id institution_id evidence reviewed_by',
    },
  },
  supervision_cursor: { group: 'REFERENCE', item: 'MEANS', columns: { TECHNICAL: 'single line' } },
  asking_hour: {
    group: 'TRANSIENT',
    item: 'LOG',
    columns: { ORDINARY: 'hour role questions refusals persons', PSEUDONYMOUS: 'worker_id institution_id' },
  },
  asking_person: {
    group: 'TRANSIENT',
    item: 'LOG',
    columns: { ORDINARY: 'hour', PSEUDONYMOUS: 'worker_id institution_id proceeding_id client_id', TECHNICAL: 'followed' },
  },
  listed_person: {
    group: 'TRANSIENT',
    item: 'LOG',
    columns: { ORDINARY: 'personal_code reason listed_at until', PSEUDONYMOUS: 'id listed_by' },
  },
  taking_hour: {
    group: 'TRANSIENT',
    item: 'LOG',
    columns: { ORDINARY: 'hour kind role persons', PSEUDONYMOUS: 'worker_id institution_id' },
  },
  asking_standing: {
    group: 'TRANSIENT',
    item: 'LOG',
    columns: { ORDINARY: 'span begins questions persons', PSEUDONYMOUS: 'holder_id institution_id' },
  },
  usual_pace: { group: 'TRANSIENT', item: 'LOG', columns: { TECHNICAL: 'role day persons' } },
  retention_run: {
    group: 'REFERENCE',
    item: 'LOG',
    columns: {
      PSEUDONYMOUS: 'asked_by institution_id',
      TECHNICAL: 'id follows as_of state code holding cursor roles reason asked_at ended_at',
    },
  },
  retention_item: { group: 'TRANSIENT', item: 'LOG', columns: { PSEUDONYMOUS: 'object_id', TECHNICAL: 'run_id holding state' } },
  retention_count: { group: 'REFERENCE', item: 'LOG', columns: { TECHNICAL: 'run_id holding state count' } },
  data_key: {
    group: 'REFERENCE',
    item: 'MEANS',
    // A destroyed key's row stays: it shows that it was destroyed.
    columns: { PSEUDONYMOUS: 'owner_id', TECHNICAL: 'wrapped_key master_key_version created_at destroyed_at generation' },
  },
  master_key: { group: 'REFERENCE', item: 'MEANS', columns: { TECHNICAL: 'version proof state since' } },
  schema_migration: { group: 'REFERENCE', item: 'MEANS', columns: { TECHNICAL: 'name applied_at' } },
});
