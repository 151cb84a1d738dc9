export { connectTara, type TaraProvider, type TaraSettings } from './provider.ts';
export { answerTara, beginTara, forgetTara, identityOf, signInByTara, spend, TARA_SIGN_IN_SECONDS, workplacesByTara } from './sign-in.ts';
export type { TaraFront } from './store.ts';
