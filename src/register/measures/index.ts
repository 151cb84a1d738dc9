export { budgetRoutes } from './budget-routes.ts';
export { checkAmount, checkPayout, type DescribedMeasure } from './determination.ts';
export { measureErrors } from './errors.ts';
export { findMeasure } from './find-measure.ts';
export type { Measure, MeasureKind, MeasureTerms, MeasureVersion, PaymentMethod } from './measure.ts';
export type { Price } from './price.ts';
export { release, reserve, spend } from './reserve.ts';
export { type MeasurePorts, measureRoutes } from './routes.ts';
