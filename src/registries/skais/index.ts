export { disability } from './disability.ts';
export { payments } from './payments.ts';
