export type { CardAuthority } from './card.ts';
export { signInByCard, unlockByCard } from './sign-in.ts';
