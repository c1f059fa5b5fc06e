import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type PriceNoticeData, priceNoticeDataSchema } from './data.ts';
import { buildPriceNoticeDefinition, NOTICE_TITLE, priceNoticeEdition } from './definition.ts';
import { expectedOnNotice, frameOfNotice } from './expected.ts';
import { priceNoticeSample } from './sample.ts';

/** The price notice of a building (一房一价公示表). */
export const priceNotice: DocumentKind<PriceNoticeData, 'a4Landscape' | 'a3Landscape'> = {
  kind: 'priceNotice',
  title: NOTICE_TITLE,
  numberPrefix: 'JG',
  templateVersion: priceNoticeEdition,
  copies: 2,
  papers: ['a4Landscape', 'a3Landscape'],
  schema: priceNoticeDataSchema,
  build: buildPriceNoticeDefinition,
  openBlanks: ({ seller, complaints, land }) =>
    openBlanks([
      ['价格咨询', seller.hotline],
      ['价格举报电话', complaints],
      ['土地用途', land.find(({ landUse }) => landUse === '') === undefined ? '—' : ''],
      ['土地期限', land.find(({ endsOn }) => endsOn === null) === undefined ? '—' : ''],
    ]),
  expected: expectedOnNotice,
  frame: frameOfNotice,
  follows: true,
  sample: priceNoticeSample,
};
