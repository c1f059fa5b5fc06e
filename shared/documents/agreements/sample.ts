import { localDate } from '#shared/kernel/local-date.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import type { AgreementBuyer, AgreementHead } from './data.ts';

/** Nobody who exists: their numbers are of no place. */
export const sampleBuyers = {
  first: {
    name: '刘俊杰',
    identityKind: 'identityCard',
    identityNumber: '999999198805170016',
    phone: '10000000001',
    address: '重庆市渝中区样本路 1 号 2-3',
    sharePpm: ONE_PPM,
    representative: '',
    agent: '',
  },
  second: {
    name: '周敏',
    identityKind: 'identityCard',
    identityNumber: '999999199002110027',
    phone: '10000000002',
    address: '重庆市渝中区样本路 1 号 2-3',
    sharePpm: ONE_PPM / 2,
    representative: '',
    agent: '',
  },
} as const satisfies Record<string, AgreementBuyer>;

/** The contract of a deal that never was. */
export const agreementSampleHead: AgreementHead = {
  draftedOn: localDate('2027-03-08'),
  contract: { number: 'HT-2026-0301', signedOn: localDate('2026-11-23'), filingNumber: 'WQ20261124000301' },
  project: { name: '江岸云境二期', address: '重庆市渝中区滨江路 188 号' },
  unit: '3 号楼 2-1702',
  seller: {
    name: '重庆江岸置业有限公司',
    creditCode: '91500103000000018X',
    address: '重庆市渝中区滨江路 188 号',
    phone: '023-00000001',
    representative: '程样本',
  },
  buyers: [sampleBuyers.first],
  clauses: [],
  copies: [
    { holder: '出卖人', count: 2 },
    { holder: '买受人', count: 1 },
    { holder: '登记备案机构', count: 1 },
    { holder: '贷款银行', count: 1 },
  ],
  maker: '蒋雪梅',
};
