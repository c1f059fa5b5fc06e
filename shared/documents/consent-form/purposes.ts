import { separatePurposes } from '#shared/domain/privacy/consents.ts';
import { consentPurposes } from '#shared/domain/privacy/states.ts';
import { privacy } from '#shared/i18n/zh-CN/privacy.ts';
import type { ConsentFormData } from './data.ts';

/** Every purpose as the form prints it. */
export const printedPurposes: ConsentFormData['purposes'] = consentPurposes.map((purpose) => ({
  title: privacy.purposes[purpose],
  text: privacy.purposeTexts[purpose],
  separate: separatePurposes.includes(purpose),
}));
