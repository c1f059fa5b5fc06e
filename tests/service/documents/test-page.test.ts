import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBack } from '#electron/workers/read-back.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const order = { sheet: 'a4', printer: 'Keeper', printerTitle: '合同室打印机', tray: 'Tray2', duplex: true } as const;

describe('A page that a printer is tried with', () => {
  let desk: TestOffice;
  let clerk: TestClient;
  beforeAll(async () => {
    desk = await testOffice();
    clerk = desk.as('backOffice', '蒋雪梅');
  });
  afterAll(() => desk.close());

  it('says of what office and terminal it is, by which printer and tray, on which sides, when and by whom', async () => {
    const job = await clerk.prints.testPage(order);
    expect(job).toMatchObject({ printer: 'Keeper', media: 'A4', tray: 'Tray2', duplex: true, title: '打印测试页' });
    const pages = (await readBack(Buffer.from(job.content, 'base64'))).map(({ bare }) => bare);
    expect(pages).toHaveLength(2);
    for (const words of ['合同室打印机', 'Tray2', '双面（长边翻）', '蒋雪梅', '2026-', '100mm'])
      expect(pages[0]).toContain(words);
    expect(pages[1]).toContain('第二面');
  });

  it('takes no number, is no print of the office and leaves nothing in the log', async () => {
    const events = () => desk.office.database.client.prepare('select count(*) from events').pluck().get();
    const before = events();
    await clerk.prints.testPage({ ...order, sheet: 'form241', duplex: false });
    expect(events()).toBe(before);
    expect((await clerk.prints.list({ scope: 'all' })).jobs).toEqual([]);
  });

  it('is not for whoever prints nothing', async () => {
    await expectRefusal(desk.as('auditor').prints.testPage(order), 'FORBIDDEN');
    await expectRefusal(desk.as('auditor').prints.kinds({}), 'FORBIDDEN');
  });
});

describe('The kinds of papers that a terminal’s printers are set for', () => {
  it('are all of the office, with their sheets and whether on both sides', async () => {
    const desk = await testOffice();
    const kinds = await desk.as('backOffice').prints.kinds({});
    const of = (name: string) => kinds.find(({ kind }) => kind === name);
    expect(of('saleContract')).toMatchObject({ sheets: ['a4'], duplex: true });
    expect(of('depositReceipt')?.sheets).toEqual(expect.arrayContaining(['form241', 'a4Thirds']));
    expect(of('priceList')).toMatchObject({ sheets: ['a3Landscape', 'a4Landscape'], duplex: false });
    expect(of('testPage')).toBeUndefined();
    await desk.close();
  });
});
