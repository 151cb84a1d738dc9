export { acceptFinding, dropFindings, type Finding, findBlocked, findFindings, requestWatch } from './store.ts';
export { startContractWatch, watchContracts } from './watch.ts';
