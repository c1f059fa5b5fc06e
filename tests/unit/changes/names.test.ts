import { describe, expect, it } from 'vitest';
import { filesOfNameChange, kinshipRefusal } from '#shared/domain/changes/names.ts';

const wife = { relation: 'spouse', proof: 'marriageCertificate' } as const;

describe('A change of names among relatives', () => {
  it('asks for a scan of what proves them to be relatives, and waits for it', () => {
    expect(filesOfNameChange(wife, 0)).toEqual([{ kind: 'kinship', asked: 1, given: 0 }]);
    expect(kinshipRefusal(wife, 0)).toEqual({ code: 'KINSHIP_SCAN_MISSING' });
    expect(kinshipRefusal(wife, 1)).toBeUndefined();
  });

  it('asks for none where nothing was proven: the director decides about that', () => {
    expect(filesOfNameChange({ ...wife, proof: 'none' }, 0)).toEqual([]);
    expect(kinshipRefusal({ relation: 'other', proof: 'none' }, 0)).toBeUndefined();
  });
});
