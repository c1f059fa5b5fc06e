import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { saleContractSample as sample } from '#shared/documents/sale-contract/sample.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { contractDraft } from '../support/contract-builders.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'netSigningSheet', number: 'HT-2026-0301', version: 1 } as const;

let port: RenderPort;
beforeAll(() => {
  port = testRenderer(longFolder());
});
afterAll(() => port.close());

describe('The sheet for net-signing', () => {
  it('lists what to enter in the order of the city, each line to be ticked, and says that it is no contract', async () => {
    const { bytes } = await port.render({ ...order, data: sample });
    const text = await bareText(bytes);
    const screens = [
      '一、房屋',
      '二、出卖人',
      '三、买受人之一',
      '三、买受人之二',
      '四、价款与付款方式',
      '五、付款明细',
      '六、资金监管账户',
      '七、条款',
    ];
    expect(screens.map((title) => text.indexOf(title)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(
      true,
    );
    for (const phrase of [
      '不是合同',
      '证件号码999999198803120028',
      '总价款1,512,522.00元',
      '第1笔定金',
      '1（万分之，按日）',
    ])
      expect(text).toContain(phrase);
  });

  it('leaves out what the contract strikes', async () => {
    const draft = contractDraft({ fields: { deliveryOn: localDate('2028-06-30'), arbitrationBody: null } });
    const text = await bareText((await port.render({ ...order, data: { ...sample, draft } })).bytes);
    expect(text).not.toContain('仲裁委员会');
  });

  it('leaves no title or head of a table alone at the foot of a page, wherever the page ends', async () => {
    const titleAndHead =
      /[一二三四五六七]、(?:房屋|出卖人|买受人(?:之.)?|价款与付款方式|付款明细|资金监管账户|条款)(?:序录入项录入内容已录)?(.)/gu;
    const [first] = sample.draft.buyers;
    for (const more of [0, 1, 5, 6]) {
      const buyers = [...sample.draft.buyers, ...Array.from({ length: more }, () => first).flatMap((one) => one ?? [])];
      const data = { ...sample, draft: { ...sample.draft, buyers } };
      const found = await readBack((await port.render({ ...order, data })).bytes);
      for (const { page, bare: said } of found)
        for (const [passage, next] of said.matchAll(titleAndHead)) expect(next, `${page}: ${passage}`).toMatch(/\d/);
    }
  });
});
