import type { Content } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { defaultStyle, keepHeads, paperStyles, paragraph } from '../kit/article.ts';
import { chineseNumeral, dateText, filled, STRUCK } from '../kit/blanks.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from '../kit/definition.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { frame, seamSeal } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { type NamedBlank, openBlanks } from '../kit/open-blanks.ts';
import { mm, papers, textWidth } from '../kit/paper.ts';
import { expectedParties, type Party, partiesTable } from '../kit/parties-table.ts';
import { handwriting, signatureBlock, signedTogether } from '../kit/signatures.ts';
import { shareText } from '../subscription-book/subject.ts';
import type { AgreementBuyer, AgreementHead } from './data.ts';

/** What one kind of agreement is called, in which edition of its words. */
export type Title = { readonly title: string; readonly edition: string };

/** People who sign an agreement; `newcomers` are not parties of the contract yet. */
export type Signing = { readonly head: AgreementHead; readonly newcomers: readonly AgreementBuyer[] };

/** An agreement about a signed contract on A4: parties, the contract it is about, what is agreed, both sides' signatures. */
export function agreementPaper(
  { head, newcomers }: Signing,
  marks: Marks,
  { title, edition }: Title,
  body: readonly Content[],
): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(title, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title,
      edition: `本公司文本 ${edition}`,
      maker: `${head.project.name}案场　制单 ${head.maker}`,
    }),
    background: seamSeal(),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(head.seller.name, title),
      ...partiesTable(partiesOf({ head, newcomers })),
      aboutContract(head),
      ...signedTogether(body, [
        handwriting(READ_SENTENCE, '请买受人亲笔抄写：', textWidth(papers.a4)),
        signatureBlock(
          {
            title: '出卖人（盖合同专用章）',
            places: [
              { asks: '法定代表人或委托代理人：' },
              { asks: `经办人 ${head.maker === '' ? STRUCK : head.maker}：` },
            ],
          },
          {
            title: '买受人（签名并按指印）',
            places: [
              ...head.buyers.map(asksOf),
              ...newcomers.map((one) => `${asksOf(one).slice(0, -1)}（新增）：`),
            ].map((asks) => ({ asks })),
          },
        ),
      ]),
    ],
  };
}

const READ_SENTENCE = '本人已阅读并理解本协议的全部内容，同意按本协议办理。';

function isCompany({ identityKind }: AgreementBuyer): boolean {
  return identityKind === 'businessLicence';
}

function asksOf(buyer: AgreementBuyer): string {
  if (buyer.agent !== '') return `${buyer.name}（代理人 ${buyer.agent} 签）：`;
  return isCompany(buyer) ? `${buyer.name}（盖章，法定代表人签）：` : `${buyer.name}：`;
}

function partiesOf({ head: { seller, buyers }, newcomers }: Signing): Party[] {
  const factsOf = (buyer: AgreementBuyer): Party['facts'] => [
    [isCompany(buyer) ? '名　称' : '姓　名', buyer.name],
    ['联系电话', buyer.phone],
    ['证件号码', `${labels.identityKinds[buyer.identityKind]} ${buyer.identityNumber}`],
    ['产权份额', shareText(buyer.sharePpm)],
    ['通讯地址', buyer.address, 'wide'],
    ...(isCompany(buyer) ? [['法定代表人', buyer.representative, 'wide'] as const] : []),
    ...(buyer.agent === '' ? [] : [['代理人', buyer.agent, 'wide'] as const]),
  ];
  const numbered = (role: string, index: number, all: readonly unknown[]) =>
    all.length === 1 ? role : `${role}\n之${chineseNumeral(index + 1)}`;
  return [
    {
      role: '出卖人',
      facts: [
        ['名　称', seller.name],
        ['信用代码', seller.creditCode],
        ['住　所', seller.address],
        ['联系电话', seller.phone],
        ['法定代表人', seller.representative, 'wide'],
      ],
    },
    ...buyers.map((buyer, index) => ({ role: numbered('买受人', index, buyers), facts: factsOf(buyer) })),
    ...newcomers.map((buyer, index) => ({ role: numbered('新　增\n买受人', index, newcomers), facts: factsOf(buyer) })),
  ];
}

/** The contract that the agreement is about. */
function aboutContract({ contract, project, unit }: AgreementHead): Content {
  return {
    stack: [
      paragraph([
        '出卖人与买受人于',
        filled(dateText(contract.signedOn)),
        '就',
        filled(`${project.name}　${unit}`),
        '签订《商品房买卖合同》（合同编号',
        filled(contract.number),
        '，网签备案号',
        filled(contract.filingNumber),
        '，以下称“合同”）。经双方协商一致，订立本协议。',
      ]),
    ],
    margin: [0, 6, 0, 0],
  };
}

/** Clauses of its own, numbered; 无 where there are none, so that none can be added by hand. */
export function ownClauses(clauses: readonly string[]): Content[] {
  return clauses.length === 0
    ? [paragraph(['双方没有其他约定。'])]
    : clauses.map((text, index) => paragraph([`（${chineseNumeral(index + 1)}）${text}`]));
}

/** How many copies there are and who keeps them. */
export function copiesText({ copies }: Pick<AgreementHead, 'copies'>) {
  const total = copies.reduce((sum, { count }) => sum + count, 0);
  return {
    total: String(total),
    holders: copies.map(({ holder, count }) => `${holder}\u00a0${count}\u00a0份`).join('、'),
  };
}

/** The paragraph about the copies. */
export function copiesParagraph(head: Pick<AgreementHead, 'copies'>): Content {
  const { total, holders } = copiesText(head);
  return paragraph(['本协议共', filled(total), '份：', filled(holders), '，各份内容一致，具有同等效力。']);
}

/** What the pages must say of parties, contract, clauses, copies and the places to sign. */
export function expectedOnAgreement(signing: Signing): ExpectedBlank[] {
  const { head, newcomers } = signing;
  const { contract, project, unit, clauses } = head;
  const { total, holders } = copiesText(head);
  const places = [...head.buyers.map(asksOf), ...newcomers.map((one) => `${asksOf(one).slice(0, -1)}（新增）：`)];
  return [
    ...expectedParties(partiesOf(signing), '出卖人与买受人于'),
    expectedIn('合同签订日', '出卖人与买受人于', dateText(contract.signedOn), '就'),
    expectedIn('房号', '就', `${project.name}${unit}`, '签订《商品房买卖合同》'),
    expectedIn('合同编号', '（合同编号', contract.number, '，网签备案号'),
    expectedIn('备案号', '，网签备案号', contract.filingNumber, '，以下称'),
    ...(clauses.length === 0
      ? [{ name: '其他约定', words: '双方没有其他约定。' }]
      : clauses.map((text, index) => ({
          name: `其他约定${index + 1}`,
          words: `（${chineseNumeral(index + 1)}）${text}`,
        }))),
    expectedIn('份数', '本协议共', total, '份：'),
    expectedIn('各执份数', `${total}份：`, holders, '，各份'),
    { name: '买受人签名处', words: `（签名并按指印）${places.join('')}` },
  ];
}

/** What stands on every page. */
export function frameOfAgreement(
  { project, maker }: AgreementHead,
  { title, edition }: Title,
  repeated: readonly string[],
): PageFrame {
  return { head: `${title}本公司文本${edition}`, foot: `${project.name}案场制单${maker}`, repeated };
}

/** The blanks of parties and contract that nobody has filled in. */
export function openBlanksOfAgreement({ head, newcomers }: Signing): string[] {
  const { seller, buyers, contract, maker } = head;
  return openBlanks([
    ['出卖人信用代码', seller.creditCode],
    ['出卖人住所', seller.address],
    ['出卖人电话', seller.phone],
    ['法定代表人', seller.representative],
    ...[...buyers, ...newcomers].flatMap((buyer): NamedBlank[] => [
      [`${buyer.name}的联系电话`, buyer.phone],
      [`${buyer.name}的通讯地址`, buyer.address],
      ...(isCompany(buyer) ? ([[`${buyer.name}的法定代表人`, buyer.representative]] as const) : []),
    ]),
    ['网签备案号', contract.filingNumber],
    ['经办人', maker],
  ]);
}
