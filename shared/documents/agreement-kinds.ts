import type { DocumentKind } from './kind.ts';
import { type SupplementAgreementData, supplementAgreementDataSchema } from './supplement-agreement/data.ts';
import {
  buildSupplementAgreementDefinition,
  SUPPLEMENT_TITLE,
  supplementAgreementEdition,
} from './supplement-agreement/definition.ts';
import { expectedOnSupplement, frameOfSupplement, openBlanksOfSupplement } from './supplement-agreement/expected.ts';
import { supplementAgreementSample } from './supplement-agreement/sample.ts';
import { type TerminationAgreementData, terminationAgreementDataSchema } from './termination-agreement/data.ts';
import { buildTerminationAgreementDefinition } from './termination-agreement/definition.ts';
import {
  expectedOnTermination,
  frameOfTermination,
  openBlanksOfTermination,
} from './termination-agreement/expected.ts';
import { terminationAgreementSample, terminationWithInterestSample } from './termination-agreement/sample.ts';
import { TERMINATION_AGREEMENT_TITLE, terminationAgreementEdition } from './termination-agreement/words.ts';

/** The supplementary agreement (补充协议) of a signed contract. */
export const supplementAgreement: DocumentKind<SupplementAgreementData, 'a4'> = {
  kind: 'supplementAgreement',
  title: SUPPLEMENT_TITLE,
  numberPrefix: 'BX',
  templateVersion: supplementAgreementEdition,
  copies: 4,
  duplex: true,
  papers: ['a4'],
  schema: supplementAgreementDataSchema,
  build: buildSupplementAgreementDefinition,
  openBlanks: openBlanksOfSupplement,
  expected: expectedOnSupplement,
  frame: frameOfSupplement,
  sample: supplementAgreementSample,
};

/** The agreement by which both sides end a signed contract (解除协议). */
export const terminationAgreement: DocumentKind<TerminationAgreementData, 'a4'> = {
  kind: 'terminationAgreement',
  title: TERMINATION_AGREEMENT_TITLE,
  numberPrefix: 'JC',
  templateVersion: terminationAgreementEdition,
  copies: 4,
  duplex: true,
  papers: ['a4'],
  schema: terminationAgreementDataSchema,
  build: buildTerminationAgreementDefinition,
  openBlanks: openBlanksOfTermination,
  expected: expectedOnTermination,
  frame: frameOfTermination,
  sample: terminationAgreementSample,
  variants: { 'with-interest': terminationWithInterestSample },
};
