import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentEndings, attachmentForms, formOf, keptFileName } from '#shared/domain/attachments/files.ts';
import { attachmentKinds, attachmentKindsOf, attachmentNouns, isKindOf } from '#shared/domain/attachments/kinds.ts';

describe('A file that is attached', () => {
  it.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'pdf'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'png'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'jpeg'],
    ['a program', [0x4d, 0x5a, 0x90, 0x00], undefined],
    ['the beginning of a PDF', [0x25, 0x50, 0x44], undefined],
    ['nothing', [], undefined],
  ] as const)('is told by its first bytes: %s', (_what, bytes, form) => {
    expect(formOf(Uint8Array.from(bytes))).toBe(form);
  });

  it('can be chosen by every ending of its form', () => {
    expect(attachmentEndings).toEqual(['pdf', 'png', 'jpg', 'jpeg']);
    expect(attachmentForms).toHaveLength(3);
  });

  it('keeps its name without folders and signs that steer', () => {
    expect(keptFileName('C:\\扫描\\预售许可证.pdf')).toBe('预售许可证.pdf');
    expect(keptFileName('/home/a/证.png')).toBe('证.png');
    expect(keptFileName('a\u202egnp.pdf\n')).toBe('agnp.pdf');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const kept = keptFileName(name);
        expect(kept.length).toBeLessThanOrEqual(120);
        expect(kept).not.toMatch(/[\\/\p{Cc}]/u);
      }),
    );
  });

  it('is of a kind that its record can have', () => {
    for (const noun of attachmentNouns)
      for (const kind of attachmentKinds)
        expect(isKindOf(noun, kind)).toBe((attachmentKindsOf[noun] as readonly string[]).includes(kind));
  });
});
