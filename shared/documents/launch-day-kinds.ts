import { type FallbackSlipsData, fallbackSlipsDataSchema } from './fallback-slips/data.ts';
import { buildFallbackSlipsDefinition, fallbackSlipsEdition } from './fallback-slips/definition.ts';
import { expectedOnSlips, frameOfSlips } from './fallback-slips/expected.ts';
import { fallbackSlipsSample } from './fallback-slips/sample.ts';
import type { DocumentKind } from './kind.ts';
import { type PaymentSlipData, paymentSlipDataSchema } from './payment-slip/data.ts';
import { buildPaymentSlipDefinition, paymentSlipEdition } from './payment-slip/definition.ts';
import { expectedOnPayment, frameOfPayment } from './payment-slip/expected.ts';
import { paymentSlipSample } from './payment-slip/sample.ts';
import { type PickSlipData, pickSlipDataSchema } from './pick-slip/data.ts';
import { buildPickSlipDefinition, pickSlipEdition } from './pick-slip/definition.ts';
import { expectedOnPick, frameOfPick } from './pick-slip/expected.ts';
import { pickSlipSample } from './pick-slip/sample.ts';

/** 选房确认单: what was picked and until when it is kept. */
export const pickSlip: DocumentKind<PickSlipData, 'a4'> = {
  kind: 'pickSlip',
  title: '选房确认单',
  numberPrefix: 'XF',
  templateVersion: pickSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: pickSlipDataSchema,
  build: buildPickSlipDefinition,
  openBlanks: () => [],
  expected: expectedOnPick,
  frame: frameOfPick,
  sample: pickSlipSample,
};

/** 缴款单: what is taken to the cashier. */
export const paymentSlip: DocumentKind<PaymentSlipData, 'a4'> = {
  kind: 'paymentSlip',
  title: '缴款单',
  numberPrefix: 'JK',
  templateVersion: paymentSlipEdition,
  copies: 1,
  papers: ['a4'],
  schema: paymentSlipDataSchema,
  build: buildPaymentSlipDefinition,
  openBlanks: ({ account }) =>
    [
      ['收款户名', account.name],
      ['开户银行', account.bank],
      ['账号', account.number],
    ].flatMap(([name = '', text]) => (text === '' ? [name] : [])),
  expected: expectedOnPayment,
  frame: frameOfPayment,
  sample: paymentSlipSample,
};

/** 手工选房单: numbered blank slips. */
export const fallbackSlips: DocumentKind<FallbackSlipsData, 'a4'> = {
  kind: 'fallbackSlips',
  title: '手工选房单',
  numberPrefix: 'SG',
  templateVersion: fallbackSlipsEdition,
  copies: 1,
  papers: ['a4'],
  schema: fallbackSlipsDataSchema,
  build: buildFallbackSlipsDefinition,
  openBlanks: () => [],
  expected: expectedOnSlips,
  frame: frameOfSlips,
  follows: true,
  sample: fallbackSlipsSample,
};
