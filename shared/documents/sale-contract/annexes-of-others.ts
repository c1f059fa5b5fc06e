import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { paragraph } from '../kit/article.ts';
import { filled } from '../kit/blanks.ts';
import { dayText, plainTable } from './tables.ts';

/** The mortgagee agrees to the sale, and until when the mortgage is discharged. */
export function mortgageAnnex({ fields, annexes: { mortgages, mortgageTerms } }: ContractDraft): Content[] {
  if (fields.mortgageStatus !== 'mortgaged') return [paragraph(['无。该商品房未设定抵押，本附件不适用。'])];
  return [
    ...mortgages.map((one, index) =>
      paragraph([
        `${index + 1}. 抵押权人`,
        filled(one.mortgagee),
        '已于',
        filled(dayText(one.consentOn)),
        '书面同意该商品房转让，证明文件附后；出卖人应当于',
        filled(dayText(one.dischargeBy)),
        '前解除抵押。',
      ]),
    ),
    paragraph(['解除抵押的条件及其他约定：', filled(mortgageTerms), '。']),
  ];
}

/** The tenant let the right to buy first go, in writing or by fifteen days of silence (Civil Code 726). */
export function tenantWaiverAnnex({ fields, annexes: { tenantWaivers } }: ContractDraft): Content[] {
  if (fields.leaseStatus !== 'leased') return [paragraph(['无。该商品房没有出租，本附件不适用。'])];
  return [
    paragraph(['出卖人已把出售的价款、期限等条件书面通知下列承租人，承租人放弃以同等条件优先购买：']),
    plainTable(
      [
        { head: '承租人', width: '*', alignment: 'left' },
        { head: '通知日期', width: 84, alignment: 'left' },
        { head: '答复', width: 92, alignment: 'left' },
        { head: '答复日期', width: 84, alignment: 'left' },
        { head: '证明文件', width: 52, alignment: 'center' },
      ],
      tenantWaivers.map((one) => [
        one.tenant,
        dayText(one.notifiedOn),
        contractForm.tenantAnswers[one.answer],
        dayText(one.answeredOn),
        one.attached ? '已附' : '',
      ]),
    ),
  ];
}
