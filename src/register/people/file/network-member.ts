import type { RegistryCode } from '../../../estonia/index.ts';

/** What somebody is to the client. `PARENT`: the member is the client's parent. */
export const RELATIONS = [
  'SPOUSE',
  'PARTNER',
  'PARENT',
  'CHILD',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'RELATIVE',
  'GUARDIAN',
  'WARD',
  'CARER',
  'CARED_FOR',
  'FRIEND',
  'NEIGHBOUR',
  'SUPPORT_PERSON',
  'SPECIALIST',
  'OTHER',
] as const;
export type NetworkRelation = (typeof RELATIONS)[number];

/** Somebody around the client (sotsiaalvõrgustiku liige): a person with a file, one without, or an organisation. */
export interface NetworkMember {
  readonly relation: NetworkRelation;
  /** What they do for the client, in words: who takes them to the doctor, who keeps the keys. */
  readonly role?: string;
  readonly member:
    | { readonly clientId: string }
    | { readonly firstName: string; readonly lastName: string }
    | { readonly organisation: string; readonly registryCode?: RegistryCode };
}
