import { describe, expect, it } from 'vitest';
import { inGroups, judgeHead, typedHash } from '#shared/domain/events/heads.ts';

const hash = '3f2a91bc5d7e0846a1c9f3027be4d85610fa2c7d93b84e6f5a0172c8d3e9b64f';

describe('A hash on paper', () => {
  it('stands in groups of four and is read however it is typed', () => {
    expect(inGroups(hash.slice(0, 12))).toBe('3f2a 91bc 5d7e');
    for (const typed of ['3F2A 91BC', '3f2a91bc', ' 3f2a-91bc ']) expect(typedHash(typed)).toBe('3f2a91bc');
    for (const typed of ['3f2a 91b', '3g2a 91bc', '', `${hash}0`]) expect(typedHash(typed)).toBeUndefined();
  });
});

describe('A head that was kept outside', () => {
  const log = { events: 40, origin: 'aa', hashThere: hash };

  it('fits a log that is longer, and the beginning of a hash suffices', () => {
    expect(judgeHead({ seq: 30, hash }, log)).toBe('fits');
    expect(judgeHead({ seq: 30, hash: hash.slice(0, 16), origin: 'aa' }, log)).toBe('fits');
    expect(judgeHead({ seq: 0, hash: '' }, { ...log, events: 0 })).toBe('fits');
  });

  it('shows a log that ends before it, one that was changed, and one of another office', () => {
    expect(judgeHead({ seq: 41, hash }, { ...log, hashThere: undefined })).toBe('cut');
    expect(judgeHead({ seq: 30, hash: 'b'.repeat(64) }, log)).toBe('changed');
    expect(judgeHead({ seq: 41, hash, origin: 'bb' }, log)).toBe('otherOffice');
  });
});
