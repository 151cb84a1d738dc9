export { relatedPersons } from './related-persons.ts';
export { residences } from './residences.ts';
