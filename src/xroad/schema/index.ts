export { type BodyCodec, bodyCodec, type Contract, type Operation, openContract } from './contract.ts';
export { generateModule } from './generate.ts';
export type { AttributeShape, BodyValue, ComplexShape, ElementShape, SchemaMismatch, TypeTable } from './shape.ts';
export { readWsdl, type Wsdl, type WsdlDefect, type WsdlOperation } from './wsdl.ts';
