export type { CardAuthority } from './card.ts';
export { signInByCard } from './sign-in.ts';
