/** Who works with client files: the roles that work on proceedings (domain 3.8). */
export const FILE_WORKERS = ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION', 'SKA_VICTIM_SUPPORT'] as const;
