import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storeDraft, storedDraft } from '#renderer/lib/drafts.ts';

function store() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const newKey = () => randomBytes(32).toString('base64');
const form = { name: '王海涛', phone: '13800001234' };

describe('A form that was not sent', () => {
  it('comes back as it was typed', async () => {
    const [pc, key] = [store(), newKey()];
    await storeDraft(pc, 'draft', key, form);
    expect(await storedDraft(pc, 'draft', key)).toEqual(form);
  });

  it('lies on the PC unreadable', async () => {
    const pc = store();
    await storeDraft(pc, 'draft', newKey(), form);
    const text = pc.kept.get('draft') ?? '';
    for (const secret of ['王海涛', '13800001234', btoa('13800001234')]) expect(text).not.toContain(secret);
    expect(atob(text)).not.toContain('13800001234');
  });

  it('is nobody else’s', async () => {
    const pc = store();
    await storeDraft(pc, 'draft', newKey(), form);
    expect(await storedDraft(pc, 'draft', newKey())).toBeUndefined();
  });

  it('counts as none where there is none, or something else', async () => {
    const pc = store();
    expect(await storedDraft(pc, 'draft', newKey())).toBeUndefined();
    pc.setItem('draft', '%%%');
    expect(await storedDraft(pc, 'draft', newKey())).toBeUndefined();
  });
});
