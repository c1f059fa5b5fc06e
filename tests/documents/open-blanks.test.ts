import { describe, expect, it } from 'vitest';
import { checkPaper, documentKinds } from '#shared/documents/index.ts';

const book = documentKinds.subscriptionBook.sample;
const receipt = documentKinds.depositReceipt.sample;

describe('The blanks that a paper strikes', () => {
  it('are named as they stand on it, so that somebody can fill them in', () => {
    const data = {
      ...book,
      seller: { ...book.seller, representative: '', creditCode: '' },
      buyers: book.buyers.map((buyer) => ({ ...buyer, address: '' })),
      unit: { ...book.unit, surveyor: '' },
    };
    expect(checkPaper({ kind: 'subscriptionBook', data }).openBlanks).toEqual([
      '出卖人信用代码',
      '法定代表人',
      ...book.buyers.map(({ name }) => `${name}的通讯地址`),
      '测绘机构',
    ]);
    expect(checkPaper({ kind: 'subscriptionBook', data: book }).openBlanks).toEqual([]);
  });

  it('are none where nothing belongs, such as the bank slip of money in cash', () => {
    const bare = { ...receipt, reference: '', account: '' };
    expect(checkPaper({ kind: 'depositReceipt', data: bare }).openBlanks).toEqual(['凭证号', '入账账户']);
    expect(checkPaper({ kind: 'depositReceipt', data: { ...bare, method: 'cash' } }).openBlanks).toEqual([]);
  });
});
