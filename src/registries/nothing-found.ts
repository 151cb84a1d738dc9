/**
 * Nothing found, in the words that registers are seen to use (registries, trap 9). `Puudub õigus` is none of them: a refusal must not read as
 * having nothing.
 */
export const NOTHING_FOUND = /ei (?:leitud|leidu)|andmed puuduvad|isik puudub|puudub RR|not found/i;
