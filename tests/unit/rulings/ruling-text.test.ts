import { describe, expect, it } from 'vitest';
import { rulingText } from '#shared/domain/rulings/ruling-text.ts';

describe('A ruling in words', () => {
  const names = new Map([
    [1, '唐蕾'],
    [2, '罗静'],
  ]);
  const said = (ruling: Parameters<typeof rulingText>[0]) =>
    rulingText(ruling, (id) => names.get(id) ?? '—', {
      company: '归公司',
      owner: (name) => `归 ${name}`,
      share: (name, sharePpm) => `${name} ${sharePpm / 10_000}%`,
      split: (shares) => `分业绩：${shares}`,
    });

  it('names the one who owns, or nobody', () => {
    expect(said({ outcome: 'owner', ownerId: 2 })).toBe('归 罗静');
    expect(said({ outcome: 'company' })).toBe('归公司');
  });

  it('names everybody with a share in the order of the ruling', () => {
    const shares = [
      { accountId: 1, sharePpm: 600_000 },
      { accountId: 2, sharePpm: 400_000 },
    ];
    expect(said({ outcome: 'split', shares })).toBe('分业绩：唐蕾 60%、罗静 40%');
  });
});
