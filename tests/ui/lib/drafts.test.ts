import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draftKey, readDraft } from '#renderer/lib/drafts.ts';

const schema = z.strictObject({ reason: z.string() });

function storeOf(text: string | null) {
  return { getItem: () => text, setItem: () => {}, removeItem: () => {} };
}

describe('The draft of a form', () => {
  it('is found again by the person who typed it, and by nobody else', () => {
    expect(draftKey(1, 'subscribe.7')).not.toBe(draftKey(2, 'subscribe.7'));
    expect(readDraft(storeOf('{"reason":"老客户"}'), 'x', schema)).toEqual({ reason: '老客户' });
  });

  it('counts for nothing when it is damaged or of an older form', () => {
    expect(readDraft(storeOf('{"reason":'), 'x', schema)).toBeUndefined();
    expect(readDraft(storeOf('{"reason":"a","old":1}'), 'x', schema)).toBeUndefined();
    expect(readDraft(storeOf(null), 'x', schema)).toBeUndefined();
  });
});
