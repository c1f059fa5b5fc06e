import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { testRenderer } from '../support/fonts.ts';
import { canReadPapers, gapsOfPaper, textOfPaper } from '../support/paper-text.ts';
import { longFolder } from './folders.ts';

describe.skipIf(!canReadPapers)('The lines of a paper', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('are not stretched where a text is to be repeated sign by sign', () => {
    const { build, sample } = documentKinds.drawResult;
    const marks = { number: 'X-2026-0018', version: 1, hash: '0'.repeat(64), draft: false };
    const { content } = build(sample, { ...marks, codeOf: () => '<svg/>', codeFor: () => '<svg/>' }, 'a4');
    const verbatim = [content].flat().filter((node) => JSON.stringify(node).includes(`${sample.seed}|`));
    expect(verbatim).toMatchObject([{ alignment: 'left' }]);
  });

  it('are left short where they would have to be set wide before a date or an account', async () => {
    for (const kind of ['saleContract', 'subscriptionBook', 'supplementAgreement'] as const) {
      const { bytes } = await port.render({ kind, data: documentKinds[kind].sample, number: 'X-1', version: 1 });
      // Names in a cell, 出 卖 人 or 房　号, are set wide on purpose, by a blank or a whole sign.
      const wide = gapsOfPaper(bytes).map((gap) => ({ ...gap, wide: gap.size > 0.3 && gap.size < 0.8 }));
      // A filled blank has air of its own; a line that is set wide is so sign after sign.
      const row = wide.filter((gap, index) => gap.wide && wide[index + 1]?.wide === true);
      expect(row, kind).toEqual([]);
    }
  });

  it('of the contents of a contract keep the number and the title of an article together', async () => {
    const { kind, sample } = documentKinds.saleContract;
    const { bytes } = await port.render({ kind, data: sample, number: 'HT-1', version: 1 });
    const contents = textOfPaper(bytes).split('\f')[1] ?? '';
    const lines = contents
      .split('\n')
      .filter((line) => /第[一二三四五六七八九十]+$|[十一二三四五六七八九]条|^条/u.test(line));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line).toMatch(/^第[一二三四五六七八九十]+条/u);
    expect(contents.replace(/\s/gu, '')).toContain('第二十六条买受人信息保护');
  });
});
