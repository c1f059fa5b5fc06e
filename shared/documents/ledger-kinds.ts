import { type DealLedgerData, dealLedgerDataSchema } from './deal-ledger/data.ts';
import { buildDealLedgerDefinition, dealLedgerEdition, LEDGER_TITLE } from './deal-ledger/definition.ts';
import { expectedOnLedger, frameOfLedger } from './deal-ledger/expected.ts';
import { dealLedgerSample } from './deal-ledger/sample.ts';
import type { DocumentKind } from './kind.ts';

/** 收款台账: what a deal owes, what came in and went out, and where the money of its loans comes from. */
export const dealLedger: DocumentKind<DealLedgerData, 'a4Landscape'> = {
  kind: 'dealLedger',
  title: LEDGER_TITLE,
  numberPrefix: 'TZ',
  templateVersion: dealLedgerEdition,
  copies: 1,
  papers: ['a4Landscape'],
  schema: dealLedgerDataSchema,
  build: buildDealLedgerDefinition,
  openBlanks: () => [],
  expected: expectedOnLedger,
  frame: frameOfLedger,
  // Every payment changes it.
  follows: true,
  sample: dealLedgerSample,
};
