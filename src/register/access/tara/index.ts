export { connectTara, type TaraProvider, type TaraSettings } from './provider.ts';
export { answerTara, beginTara, forgetTara, signInByTara, TARA_SIGN_IN_SECONDS, workplacesByTara } from './sign-in.ts';
