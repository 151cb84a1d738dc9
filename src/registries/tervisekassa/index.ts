export { insurance } from './insurance.ts';
export {
  carerInsuranceEnd,
  carerInsuranceExtension,
  carerInsuranceExtraordinaryEnd,
  carerInsurancePause,
  carerInsuranceStart,
} from './insurance-basis.ts';
