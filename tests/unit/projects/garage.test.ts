import { describe, expect, it } from 'vitest';
import { isGarage } from '#shared/domain/projects/garage.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';

const garage = (...uses: UnitUse[]) => isGarage(uses.map((use) => ({ use })));

describe('A garage', () => {
  it('holds parking and storage and nothing else', () => {
    expect(garage('parking', 'storage', 'parking')).toBe(true);
    expect(garage('parking', 'home')).toBe(false);
    expect(garage('shop', 'parking')).toBe(false);
    expect(garage()).toBe(false);
  });
});
