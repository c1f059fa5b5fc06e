import { firstNotice, paragraphsOf } from '#shared/domain/privacy/notice-text.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import type { ConsentFormData } from './data.ts';
import { printedPurposes } from './purposes.ts';

/** A form for somebody who does not exist. */
export const consentFormSample: ConsentFormData = {
  printedOn: localDate('2026-11-16'),
  project: '江岸云境二期',
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000' },
  person: { name: '周琳', file: 'KH-00018' },
  edition: 3,
  paragraphs: paragraphsOf(firstNotice['zh-CN']),
  purposes: printedPurposes,
  consultant: '唐蕾',
};
