export { type BodyCodec, bodyCodec, type Contract, type Operation, openContract } from './contract.ts';
export { type ChangeKind, type ContractChange, compareWsdls } from './difference.ts';
export { generateModule } from './generate.ts';
export type { AttributeShape, BodyValue, ComplexShape, ElementShape, SchemaMismatch, TypeTable } from './shape.ts';
export { readWsdl, type Wsdl, type WsdlDefect, type WsdlOperation } from './wsdl.ts';
