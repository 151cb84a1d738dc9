export { type ServiceFaultCode, servicesErrors } from './errors.ts';
export { noticeBox } from './notice-store.ts';
export { type Allowed, type ServicesOptions, servicesPlugin } from './soap-door.ts';
export { enterSubsistenceGrants, subsistenceFacts } from './store.ts';
export type { SubsistenceFacts, SubsistenceGrant } from './subsistence-facts.ts';
