import type { RetentionTerms } from '../privacy/retention.ts';
import type { PaperNoun } from './states.ts';

/** How long papers are kept (保存期限): with the deal, as vouchers, with the person's file, or with the files of the office. */
export const keepingRules = ['deal', 'money', 'person', 'office'] as const;
/** How long a paper is kept. */
export type KeepingRule = (typeof keepingRules)[number];

const ruleByNoun: Readonly<Record<PaperNoun, KeepingRule>> = {
  subscriptions: 'deal',
  contracts: 'deal',
  agreements: 'deal',
  changes: 'deal',
  paymentLetters: 'deal',
  handovers: 'deal',
  // Vouchers, by the Accounting Archives Measures.
  receipts: 'money',
  // Deleted with the data of the person.
  customers: 'person',
  subjectRequests: 'person',
  quotes: 'person',
  bookings: 'person',
  intents: 'person',
  launchPicks: 'person',
  rulings: 'person',
  // Of homes and days: they name no buyer beyond what the deals do.
  days: 'office',
  buildings: 'office',
  projects: 'office',
  controlChecks: 'office',
  launches: 'office',
  archiveBoxes: 'office',
};

/** How long the papers of a record are kept. What ends with a person or a deal is deleted then (`erase-papers`). */
export function keepingOf(noun: PaperNoun): KeepingRule {
  return ruleByNoun[noun];
}

/** The years that the sentence of a rule names: after a contract's end, after that of a deal without one, after the last money. */
export function keepingYears({ contractYears, cancelledYears, moneyYears }: RetentionTerms) {
  return { contractYears, cancelledYears, moneyYears };
}
