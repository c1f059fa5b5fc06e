import { describe, expect, it } from 'vitest';
import { shownRegister } from '#renderer/features/privacy/register.ts';

const lines = [
  { kind: 'bank', purpose: '按揭', name: '王海涛', file: 'KH-00001', recipient: '建设银行', content: '收入证明' },
  { kind: 'registry', purpose: '', name: '李雪', file: 'KH-00002', recipient: '', content: 'HT-2026-0301' },
] as const;
const shown = (text: string, kinds: readonly ('bank' | 'registry')[] = []) =>
  shownRegister(lines, { text, kinds }, ({ recipient, content }) => ({
    recipient: recipient === '' ? '登记机构' : recipient,
    content,
  })).map(({ file }) => file);

describe('The register of recipients on the screen', () => {
  it('is searched by all that it shows, also by words of the program', () => {
    expect(shown(' 李雪 ')).toEqual(['KH-00002']);
    expect(shown('登记机构')).toEqual(['KH-00002']);
    expect(shown('ht-2026')).toEqual(['KH-00002']);
    expect(shown('按揭')).toEqual(['KH-00001']);
    expect(shown('kh-')).toHaveLength(2);
  });

  it('is narrowed to kinds of recipients', () => {
    expect(shown('', ['bank'])).toEqual(['KH-00001']);
    expect(shown('李雪', ['bank'])).toEqual([]);
  });
});
