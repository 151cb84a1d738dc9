export { properties } from './properties.ts';
export { property } from './property.ts';
