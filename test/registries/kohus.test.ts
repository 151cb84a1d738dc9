import { expect, it } from 'vitest';
import { catalogue } from '../../src/registries/index.ts';

it('the secret of adoption: only who handles adoptions may ask about them, and only in an adoption', () => {
  const may = catalogue.filter(({ code }) => code === 'COURT.ADOPTION_DECISIONS').map(({ roles, allowedKinds }) => [roles, allowedKinds]);
  expect(may).toEqual([[['SKA_ADOPTION'], ['ADOPTION']]]);
});
