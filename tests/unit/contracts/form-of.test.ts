import { describe, expect, it } from 'vitest';
import { type FormFacts, formOf, formRefusal } from '#shared/domain/contracts/form-of.ts';
import { permitKinds, permitsSale } from '#shared/domain/projects/permits.ts';

const facts = (change: Partial<FormFacts> = {}): FormFacts => ({
  use: 'home',
  spaceRight: 'titled',
  saleBasis: 'preSalePermit',
  covered: true,
  measured: true,
  ...change,
});

describe('The form of a contract of sale', () => {
  it.each([
    ['home', 'preSalePermit', 'presaleHome'],
    ['home', 'completionFiling', 'existingHome'],
    ['home', 'firstTitle', 'existingHome'],
    ['shop', 'preSalePermit', 'presaleCommercial'],
    ['shop', 'firstTitle', 'existingCommercial'],
    ['parking', 'preSalePermit', 'presaleParking'],
    ['parking', 'completionFiling', 'existingParking'],
    ['storage', 'preSalePermit', 'presaleCommercial'],
    ['storage', 'firstTitle', 'existingCommercial'],
  ] as const)('for a %s that is sold by %s is %s', (use, saleBasis, form) => {
    expect(formOf({ use, saleBasis })).toBe(form);
    expect(formRefusal(facts({ use, saleBasis }))).toBeUndefined();
  });

  it('is none for an air-raid shelter, which is let, and for ground that belongs to all owners', () => {
    expect(formRefusal(facts({ use: 'parking', spaceRight: 'civilDefence' }))?.code).toBe('SPACE_CIVIL_DEFENCE');
    expect(formRefusal(facts({ use: 'parking', spaceRight: 'commonGround' }))?.code).toBe('SPACE_COMMON_GROUND');
  });

  it('is none for a storeroom or garden that neither permit nor survey names', () => {
    expect(formRefusal(facts({ use: 'storage', covered: false }))?.code).toBe('CONTRACT_UNIT_NOT_COVERED');
  });

  it('waits for the survey of what stands, and not for that of what is being built', () => {
    const unmeasured = facts({ measured: false });
    expect(formRefusal(unmeasured)).toBeUndefined();
    expect(formRefusal({ ...unmeasured, saleBasis: 'firstTitle' })?.code).toBe('CONTRACT_MEASURE_MISSING');
  });

  it('is none without a paper that permits the sale, whichever other certificates there are', () => {
    const others = permitKinds.filter((kind) => !permitsSale(kind));
    for (const saleBasis of [null, ...others])
      expect(formRefusal(facts({ saleBasis }))?.code, String(saleBasis)).toBe('PERMIT_MISSING');
  });
});
