/** What is written to by its address and has no state that refuses anything, and why. */
export const STATELESS: Readonly<Record<string, string>> = {
  '/api/v1/me/terms/{version}': 'a version holds or does not (matrix.test.ts)',
  '/api/v1/institutions/{id}': 'an institution stays',
  '/api/v1/admin/institutions/{id}': 'likewise',
  '/api/v1/departments/{id}': 'closed it may be opened again, by the same call',
  '/api/v1/providers/{id}': 'a provider stays; its contracts and mandates end',
  '/api/v1/service-places/{id}': 'has a period, which the same call changes',
  '/api/v1/admin/employees/{id}': 'each entry is another version of a post',
  '/api/v1/clients/{id}': 'a file has no end: one that was merged leads to the file that it is part of (test/register/people/merge)',
  '/api/v1/system-notices/{id}': 'what was read may be read again',
  '/api/v1/classifiers/{code}': 'its values end, it does not',
  '/api/v1/parameters/{code}': 'likewise',
  '/api/v1/budgets/{id}': 'what it allows is in its amount (test/register/measures/budgets)',
  '/console/api/registries/{registry}': 'what is paused may be paused',
  '/console/api/contracts/{type}': 'is broken or is not (matrix.test.ts)',
  '/console/api/feeds/{feed}': 'is read here or is not (matrix.test.ts)',
};
