import { localDate } from '#shared/kernel/local-date.ts';
import type { DisclosureListData } from './data.ts';

const issuedOn = localDate('2025-03-18');
const whole = { issuedOn, validTo: null, buildings: '1栋、2栋、3栋、5栋' };

/** A project that never was. */
export const disclosureListSample: DisclosureListData = {
  on: localDate('2026-11-23'),
  company: {
    name: '重庆江岸置业有限公司',
    project: '江岸云境二期',
    address: '重庆市江北区江岸路 66 号',
    phone: '023-00006600',
  },
  permits: [
    { kind: 'landUseRight', number: '渝澄(2025)不动产权第 000661 号', ...whole },
    { kind: 'landPlanning', number: '地字第 20250066 号', ...whole },
    { kind: 'constructionPlanning', number: '建字第 20250166 号', ...whole },
    { kind: 'constructionPermit', number: '渝澄施 2025-0266', ...whole },
    {
      kind: 'preSalePermit',
      number: '渝澄住建(2026)预字第318号',
      issuedOn: localDate('2026-04-02'),
      validTo: localDate('2027-04-01'),
      buildings: '1栋、2栋',
    },
  ],
};
