import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { isExisting, isOfSpace } from '#shared/domain/contracts/text/forms.ts';
import { paragraph } from '../kit/article.ts';
import { filled, type Runs } from '../kit/blanks.ts';
import { paymentsTable } from './payments-table.ts';
import { dayText, plainTable } from './tables.ts';
import { fieldText } from './values.ts';

/** The payments, and where they go: to the supervised account, or to the seller's own once the house stands. */
export function paymentsAnnex(draft: ContractDraft): Content[] {
  const account = isExisting(draft.form) ? payeeRuns(draft) : supervisedRuns(draft);
  return [
    paragraph([
      '总价款',
      filled(fieldText(draft, 'total')),
      '元，按下表支付；期限均含当日。定金已包含在表内各行之中，不重复计算。',
    ]),
    paymentsTable(draft),
    paragraph([
      ...account,
      '。贷款机构：',
      filled(draft.fields.paymentMethod === 'loan' ? fieldText(draft, 'lender') : ''),
      '。',
    ]),
  ];
}

function supervisedRuns(draft: ContractDraft): Runs {
  return [
    '以上款项均存入预售资金监管账户：监管机构',
    filled(fieldText(draft, 'supervisor')),
    '，账户名称',
    filled(fieldText(draft, 'accountName')),
    '，账号',
    filled(fieldText(draft, 'accountNumber')),
  ];
}

function payeeRuns(draft: ContractDraft): Runs {
  return [
    '以上款项均付至出卖人的下列账户：开户银行',
    filled(fieldText(draft, 'payeeBank')),
    '，户名',
    filled(fieldText(draft, 'payeeName')),
    '，账号',
    filled(fieldText(draft, 'payeeNumber')),
  ];
}

/** Who manages the estate for what fee: of a home by its area, of a space by the piece. */
export function managementAnnex(draft: ContractDraft): Content[] {
  const { managementContract, temporaryRules, managementTerms } = draft.annexes;
  const ofSpace = isOfSpace(draft.form);
  const attached = (yes: boolean) => (yes ? '已附' : '');
  return [
    paragraph([
      '1. 前期物业服务合同全文：',
      filled(attached(managementContract)),
      '；临时管理规约全文：',
      filled(attached(temporaryRules)),
      '。',
    ]),
    plainTable(
      [
        { head: '物业服务人', width: '*', alignment: 'left' },
        { head: '服务期限', width: 190, alignment: 'left' },
        { head: '收费方式', width: 60, alignment: 'left' },
        { head: ofSpace ? '元／个·月' : '元／平方米·月', width: 74, alignment: 'right' },
      ],
      [
        [
          fieldText(draft, 'managementCompany'),
          draft.fields.managementFrom === null
            ? ''
            : `${dayText(draft.fields.managementFrom)}至 ${dayText(draft.fields.managementTo)}`,
          fieldText(draft, 'managementFeeKind'),
          fieldText(draft, ofSpace ? 'spaceFee' : 'managementFee'),
        ],
      ],
    ),
    paragraph(['2. 其他约定：', filled(managementTerms), '。']),
  ];
}
