import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type ConsentFormData, consentFormDataSchema } from './data.ts';
import { buildConsentFormDefinition, CONSENT_TITLE, consentFormEdition } from './definition.ts';
import { expectedOnForm, frameOfForm } from './expected.ts';
import { consentFormSample } from './sample.ts';

/** The notice and consent form (告知与同意书). */
export const consentForm: DocumentKind<ConsentFormData, 'a4'> = {
  kind: 'consentForm',
  title: CONSENT_TITLE,
  numberPrefix: 'TY',
  templateVersion: consentFormEdition,
  copies: 2,
  papers: ['a4'],
  schema: consentFormDataSchema,
  build: buildConsentFormDefinition,
  openBlanks: ({ seller }) => openBlanks([['联系电话', seller.phone]]),
  expected: expectedOnForm,
  frame: frameOfForm,
  follows: true,
  sample: consentFormSample,
};
