import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from '../kit/definition.ts';
import { frame, seamSeal } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers, textWidth } from '../kit/paper.ts';
import { type Party, partiesTable } from '../kit/parties-table.ts';
import { handwriting, signatureBlock, signedTogether } from '../kit/signatures.ts';
import { agreement } from './agreement.ts';
import type { SubscriptionBookData } from './data.ts';
import { shareText, subject } from './subject.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const subscriptionBookEdition = 'RG-4';

/** The subscription book (认购书) on A4, two pages for a couple of buyers. */
export function buildSubscriptionBookDefinition(data: SubscriptionBookData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('商品房认购书', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '商品房认购书',
      edition: `本公司文本 ${subscriptionBookEdition}`,
      maker: `${data.project.name}案场　制单 ${data.maker}`,
    }),
    background: seamSeal(),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, '商品房认购书'),
      ...partiesTable(partiesOfBook(data)),
      ...subject(data),
      ...signedTogether(agreement(data), [
        handwriting('本人已阅读并理解第四条至第六条关于定金的约定。', '请买受人亲笔抄写：', textWidth(papers.a4)),
        signatures(data),
      ]),
    ],
  };
}

/** Who sells and who buys, with what the book says of them. */
export function partiesOfBook({ seller, buyers }: SubscriptionBookData): Party[] {
  return [
    {
      role: '出卖人',
      facts: [
        ['名　称', seller.name],
        ['信用代码', seller.creditCode],
        ['住　所', seller.address],
        ['联系电话', seller.phone],
        ['法定代表人', seller.representative],
        ['资质证书号', seller.qualification],
        ...(seller.agency === '' ? [] : [['代理机构', seller.agency, 'wide'] as const]),
      ],
    },
    ...buyers.map((buyer, index) => ({
      role: buyers.length === 1 ? '买受人' : `买受人\n之${'一二三四五六七八九十'.charAt(index)}`,
      facts: [
        [isCompany(buyer) ? '名　称' : '姓　名', buyer.name],
        ['联系电话', buyer.phone],
        ['证件号码', `${labels.identityKinds[buyer.identityKind]} ${buyer.identityNumber}`],
        ['产权份额', shareText(buyer.sharePpm)],
        ['通讯地址', buyer.address, 'wide'],
        ...(isCompany(buyer) ? [['法定代表人', buyer.representative, 'wide'] as const] : []),
        ...(buyer.agent === '' ? [] : [['代理人', buyer.agent, 'wide'] as const]),
      ] as const,
    })),
  ];
}

type Buyer = SubscriptionBookData['buyers'][number];

function isCompany({ identityKind }: Buyer): boolean {
  return identityKind === 'businessLicence';
}

/** What is asked where a buyer signs: himself, an agent, or the representative of a company beside its seal. */
export function signatureOf(buyer: Buyer): string {
  if (buyer.agent !== '') return `${buyer.name}（代理人签）：`;
  return isCompany(buyer) ? `${buyer.name}（盖章，法定代表人签）：` : `${buyer.name}：`;
}

function signatures({ buyers, consultant }: SubscriptionBookData) {
  const licence = consultant.licence === '' ? '' : `（${consultant.licence}）`;
  return signatureBlock(
    {
      title: '出卖人（盖合同专用章）',
      places: [{ asks: '法定代表人或委托代理人：' }, { asks: `经办人 ${consultant.name}${licence}：` }],
    },
    {
      title: '买受人（签名并按指印）',
      places: buyers.map((buyer) => ({ asks: signatureOf(buyer) })),
    },
  );
}
