import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { paragraph } from '../kit/article.ts';
import { dateText, filled } from '../kit/blanks.ts';
import { type Fact, type Party, partiesTable } from '../kit/parties-table.ts';
import { shareText } from '../subscription-book/subject.ts';
import { chapterHead } from './clauses.ts';
import { dayText } from './tables.ts';
import { ordinal } from './values.ts';

/** Chapter one: who sells and who buys. */
export function partiesChapter(draft: ContractDraft): Content[] {
  return [
    chapterHead(1, '合同当事人'),
    ...partiesTable(partiesOfContract(draft), 'top'),
    aboutParties(draft),
    ...replacedContract(draft),
  ];
}

/** How the buyers own, and on what ground the parties agree; set off from the frame of their table. */
function aboutParties({ ownership, project }: ContractDraft): Content {
  return {
    margin: [0, 5, 0, 0],
    stack: [
      paragraph([
        '买受人共有方式：',
        filled(contractForm.ownership[ownership]),
        '。依照《中华人民共和国民法典》《中华人民共和国城市房地产管理法》等法律、行政法规的规定，双方在平等、自愿、公平、诚实信用的基础上，就买受人购买',
        filled(project.name),
        '的商品房订立本合同。',
      ]),
    ],
  };
}

/** The contract that was ended before, where this one follows it. */
function replacedContract({ replaces }: ContractDraft): Content[] {
  if (replaces === null) return [];
  const { number, cancelledOn } = replaces;
  return [
    paragraph([
      '该商品房此前订立的合同',
      filled(number),
      '已于',
      filled(cancelledOn === null ? '' : dateText(cancelledOn)),
      '解除，网签备案已撤销，本合同自签订之日起取代该合同。',
    ]),
  ];
}

/** Who sells and who buys, with what the contract says of them. */
export function partiesOfContract(draft: ContractDraft): Party[] {
  const { seller, buyers } = draft;
  return [
    {
      role: '出卖人',
      facts: [
        ['名　称', seller.name],
        ['信用代码', seller.licence],
        ['住　所', seller.address],
        ['邮政编码', seller.postcode],
        ['资质证书号', seller.qualification],
        ['联系电话', seller.phone],
        ['法定代表人', seller.representative],
        ['委托代理人', [seller.agent, seller.agentPhone].filter((part) => part !== '').join('　')],
        ['经纪机构', seller.agency],
        ['备案证明号', seller.agencyRecord],
      ],
    },
    ...buyers.map((buyer, index) => ({
      role: buyers.length === 1 ? '买受人' : `买受人\n之${ordinal(index + 1)}`,
      facts: factsOf(buyer, draft),
    })),
  ];
}

function factsOf(buyer: ContractBuyer, { ownership }: ContractDraft): Fact[] {
  const { agent } = buyer;
  return [
    [buyer.kind === 'company' ? '名　称' : '姓　名', buyer.name],
    ['国　籍', [buyer.nationality, buyer.residence].filter((part) => part !== '').join('　')],
    ['证件号码', `${labels.identityKinds[buyer.identityKind]} ${buyer.identityNumber}`, 'wide'],
    ...(buyer.kind === 'company'
      ? ([['法定代表人', buyer.representative]] as const)
      : ([
          ['出生日期', dayText(buyer.birthOn)],
          ['性　别', buyer.sex === null ? '' : contractForm.sexes[buyer.sex]],
        ] as const)),
    ['联系电话', buyer.phone],
    ['邮政编码', buyer.postcode],
    ['通讯地址', buyer.address, 'wide'],
    ['电子邮箱', buyer.email],
    ['产权份额', ownership === 'joint' ? '不分份额' : shareText(buyer.sharePpm)],
    ...(agent === null
      ? ([['代理人', '']] as const)
      : ([
          [contractForm.agentKinds[agent.kind], `${agent.name}　${agent.relation}`.trim()],
          ['代理人电话', agent.phone],
          ['代理人证件', `${labels.identityKinds[agent.identityKind]} ${agent.identityNumber}`, 'wide'],
          ['代理人地址', agent.address, 'wide'],
        ] as const)),
  ];
}
