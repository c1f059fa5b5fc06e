import { describe, expect, it } from 'vitest';
import { faultsOf } from '#scripts/testing/hygiene.ts';

describe('word hygiene', () => {
  it('keeps clock and chance out of rules and screens, but not out of their homes', () => {
    expect(faultsOf('shared/domain/units/a.ts', 'const now = Date.now();')).toHaveLength(1);
    expect(faultsOf('db/seed/a.ts', 'const a = 1;\nconst b = Math.random();')).toEqual([
      expect.stringMatching(/^db\/seed\/a\.ts:2: /),
    ]);
    expect(faultsOf('shared/kernel/local-date.ts', 'new Date(0)')).toEqual([]);
    expect(faultsOf('electron/main/index.ts', 'now: Date.now')).toEqual([]);
  });

  it('lets one file open databases', () => {
    expect(faultsOf('db/connection.ts', 'new Database(file)')).toEqual([]);
    expect(faultsOf('tests/service/a.test.ts', 'new Database(file)')).toHaveLength(1);
  });

  it('finds files that are too long or have no name of their own', () => {
    expect(faultsOf('shared/a.ts', 'x\n'.repeat(400))).toEqual([]);
    expect(faultsOf('shared/a.ts', 'x\n'.repeat(401))).toHaveLength(1);
    expect(faultsOf('renderer/lib/utils.ts', 'x')).toHaveLength(1);
  });
});
