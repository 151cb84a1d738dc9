export { adoptionDecisions, childhoodDecisions } from './decisions.ts';
