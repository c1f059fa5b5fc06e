import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import { contractFields } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { isExisting } from '#shared/domain/contracts/text/forms.ts';
import { fieldsOfText, liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, unbroken } from '../kit/blanks.ts';
import { articleText } from '../sale-contract/references.ts';
import { capitalsText, fieldText, ordinal } from '../sale-contract/values.ts';
import { shareText } from '../subscription-book/subject.ts';

/** A line of the sheet: what the city's form asks, and what to enter; empty prints ×. */
export type SheetLine = readonly [asks: string, answer: string];

/** A screen of the city's form with its fields in their order. */
export type SheetScreen = { readonly title: string; readonly lines: readonly SheetLine[] };

/** Fields of the first screens; the terms follow article by article. */
const unitFields = [
  'permitNumber',
  'saleBasisKind',
  'saleBasisNumber',
  'saleBasisAuthority',
  'buildingName',
  'entranceName',
  'floor',
  'roomNumber',
  'plannedUse',
  'structure',
  'builtArea',
  'innerArea',
  'sharedArea',
  'spaceKind',
  'mortgageStatus',
  'leaseStatus',
] as const satisfies readonly FieldName[];

const priceFields = [
  'priceBasis',
  'unitPrice',
  'total',
  'fitOutTotal',
  'deposit',
  'paymentMethod',
  'onceDueOn',
  'instalmentCount',
  'firstAmount',
  'firstPercent',
  'firstDueOn',
  'lastDueOn',
  'loanKind',
  'loanAmount',
  'lender',
] as const satisfies readonly FieldName[];

const accountFields = [
  'supervisor',
  'accountName',
  'accountNumber',
  'payeeBank',
  'payeeName',
  'payeeNumber',
] as const satisfies readonly FieldName[];

/**
 * The city's screens in the order in which net-signing systems ask: unit, buyers, price and payment, account, terms.
 * Which clauses a city asks for differs; whoever enters skips what is not asked.
 */
export function sheetScreens(text: ContractText, draft: ContractDraft): SheetScreen[] {
  const asked = fieldsOfText(text);
  const linesAsked = (names: readonly FieldName[]) =>
    linesOf(
      draft,
      names.filter((name) => asked.has(name)),
    );
  const shown = new Set<FieldName>([...unitFields, ...priceFields, ...accountFields]);
  const terms = liveFields(text, draft).filter((name) => !shown.has(name));
  return [
    {
      title: '一、房屋',
      lines: [['项目', draft.project.name], ['坐落', draft.project.address], ...linesAsked(unitFields)],
    },
    {
      title: '二、出卖人',
      lines: [
        ['名称', draft.seller.name],
        ['统一社会信用代码', draft.seller.licence],
        ['法定代表人', draft.seller.representative],
        ['联系电话', draft.seller.phone],
      ],
    },
    ...draft.buyers.map((buyer, index) => ({
      title: draft.buyers.length === 1 ? '三、买受人' : `三、买受人之${ordinal(index + 1)}`,
      lines: buyerLines(buyer, draft),
    })),
    {
      title: '四、价款与付款方式',
      lines: [...linesAsked(priceFields).filter(isFilled), ['总价款大写', capitalsText(draft, 'total')]],
    },
    {
      title: '五、付款明细',
      lines: draft.annexes.payments.map(
        (one, index) =>
          [
            `第 ${index + 1} 笔　${labels.planItems[one.item]}`,
            `${dateText(one.dueOn)}　${formatYuan(one.amount)} 元　${capitalsOf(one.amount)}${one.inPrice ? '' : '（不计入房价）'}`,
          ] as const,
      ),
    },
    { title: isExisting(text.form) ? '六、收款账户' : '六、资金监管账户', lines: linesAsked(accountFields) },
    {
      title: '七、条款',
      lines: terms
        .map(
          (name): SheetLine => [
            `${articleText(text, contractFields[name].article)}　${contractForm.fields[name]}`,
            withUnit(draft, name),
          ],
        )
        .filter(isFilled),
    },
  ];
}

/** What is struck on the contract is struck in the city's form too, and needs no line. */
function isFilled([, answer]: SheetLine): boolean {
  return answer !== '';
}

function linesOf(draft: ContractDraft, names: readonly FieldName[]): SheetLine[] {
  return names.map((name) => [contractForm.fields[name], withUnit(draft, name)] as const);
}

const units = { money: ' 元', area: ' 平方米', days: ' 日', dailyRate: '（万分之，按日）' } as const;

/** A value with its unit, so that nobody takes a rate of one ten-thousandth for a percentage. */
function withUnit(draft: ContractDraft, name: FieldName): string {
  const text = fieldText(draft, name);
  const { kind } = contractFields[name];
  return text === '' || !(kind in units) ? text : unbroken(`${text}${units[kind as keyof typeof units]}`);
}

function buyerLines(buyer: ContractDraft['buyers'][number], { ownership }: ContractDraft): SheetLine[] {
  return [
    ['姓名或者名称', buyer.name],
    ['类型', contractForm.buyerKinds[buyer.kind]],
    ['国籍、户籍', [buyer.nationality, buyer.residence].filter((part) => part !== '').join('　')],
    ['证件类型', labels.identityKinds[buyer.identityKind]],
    ['证件号码', buyer.identityNumber],
    ['联系电话', buyer.phone],
    ['通讯地址', buyer.address],
    ['共有方式', contractForm.ownership[ownership]],
    ['产权份额', ownership === 'joint' ? '' : shareText(buyer.sharePpm)],
    ...(buyer.kind === 'company' ? ([['法定代表人', buyer.representative]] as const) : []),
    ...(buyer.agent === null
      ? []
      : ([
          [contractForm.agentKinds[buyer.agent.kind], buyer.agent.name],
          ['代理人证件', `${labels.identityKinds[buyer.agent.identityKind]} ${buyer.agent.identityNumber}`],
          ['代理人电话', buyer.agent.phone],
        ] as const)),
  ];
}
