export { connectTara, type TaraProvider, type TaraSettings } from './provider.ts';
export { frontOf, TARA_FRONTS, type TaraFront } from './secrets.ts';
export { answerTara, beginTara, forgetTara, identityOf, signInByTara, spend, TARA_SIGN_IN_SECONDS } from './sign-in.ts';
export { unlockByTara } from './unlock.ts';
