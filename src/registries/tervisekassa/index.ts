export { insurance } from './insurance.ts';
export { carerInsuranceEnd, carerInsuranceExtension, carerInsurancePause, carerInsuranceStart } from './insurance-basis.ts';
