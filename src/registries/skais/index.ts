export { childBenefit } from './child-benefit.ts';
export { disability } from './disability.ts';
export { payments } from './payments.ts';
export { rehabilitation } from './rehabilitation.ts';
export { specialCare } from './special-care.ts';
