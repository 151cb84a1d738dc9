export { address } from './address.ts';
export { type AddressChange, addressChanges } from './address-changes.ts';
