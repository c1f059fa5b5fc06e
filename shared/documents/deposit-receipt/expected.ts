import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { dateText, yuanText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow } from '../kit/expected.ts';
import type { DepositReceiptData } from './data.ts';
import type { ReceiptPaper } from './definition.ts';
import { fateOf, recordLabel } from './owner.ts';
import { receiptParts } from './parts.ts';

/** Everything that the finished receipt must say; where a file holds its three parts, each of them. */
export function expectedOnReceipt(data: DepositReceiptData, number: string, paper: ReceiptPaper): ExpectedBlank[] {
  const times = paper === 'form241' ? 1 : receiptParts.length;
  return blanksOf(data, number).map((blank) => ({ ...blank, times }));
}

function blanksOf(data: DepositReceiptData, number: string): ExpectedBlank[] {
  const { company, receivedOn, item, lines } = data;
  const total = sumFen(lines.map(({ amount }) => amount));
  const contents = lines.map(({ content, amount }) => `收款内容${content}${formatYuan(amount)}`).join('');
  return [
    expectedIn('项目', '项目：', company.project, '收款日期：'),
    expectedIn('收款日期', '收款日期：', dateText(receivedOn), company.name),
    expectedIn('收据名称', company.name, item === 'deposit' ? '定金收据' : '收款收据', '№'),
    expectedIn('编号', '№', number, '页码校验'),
    ...expectedRow(
      [
        ['交款人', data.payers.join('、')],
        ['房号', data.unit],
      ],
      '金额（元）',
    ),
    expectedIn('收款内容', '金额（元）', contents, '合计'),
    expectedIn('合计', '合计人民币（大写）', `${capitalsOf(total)}${yuanText(total)}`, '款项类别'),
    ...expectedRow(
      [
        ['款项类别', labels.receiptItems[item]],
        [recordLabel(item), data.subscription],
        ['收款方式', labels.paymentMethods[data.method]],
        ['凭证号', data.reference],
        ['入账账户', data.account],
        ['备注', data.remark],
      ],
      '收款单位',
    ),
    { name: '复核', words: `复核：${data.checker}收款人：` },
    { name: '收款人', words: `收款人：${data.cashier}交款人签收` },
    ...(fateOf(item) === '' ? [] : [{ name: '款项的处理', words: fateOf(item) }]),
  ];
}
