/** Why a person came (domain 3.5, INTAKE_KIND). */
export const INTAKE_KINDS = ['APPLICATION_BENEFIT', 'APPLICATION_SERVICE', 'CHILD_NOTICE', 'VICTIM', 'OTHER'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** How they came (domain 3.5, INTAKE_CHANNEL). */
export const INTAKE_CHANNELS = ['IN_PERSON', 'PHONE', 'EMAIL', 'POST', 'SELF_SERVICE', 'XTEE', 'OWN_INITIATIVE'] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];
