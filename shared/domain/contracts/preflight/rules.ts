import { areaToDecimal, sumArea } from '#shared/kernel/area.ts';
import { ofPpm } from '#shared/kernel/money.ts';
import type { ContractDraft } from '../draft.ts';
import { liveFields } from '../text/contract-text.ts';
import type { PreflightFacts } from './facts.ts';
import { atField, type Finding, finding, type RuleCode } from './findings.ts';

/** A rule of the check: pure, over the contract and what the records say. */
export type PreflightRule = (draft: ContractDraft, facts: PreflightFacts) => Finding[];

const LARGE_SHARE_PPM = 350_000;

/** The rules by their numbers. */
export const preflightRules: { readonly [Code in RuleCode]: PreflightRule } = {
  P01: (draft) =>
    liveFields(draft)
      .filter((name) => draft.fields[name] === null && !draft.struck.includes(name))
      .map((name) => finding('fieldOpen', atField(name), { field: name })),

  P03: ({ fields: { builtArea, innerArea, sharedArea } }) => {
    if (builtArea === null || innerArea === null || sharedArea === null) return [];
    const sum = sumArea([innerArea, sharedArea]);
    if (Math.abs(sum - builtArea) > 1)
      return [
        finding('areasDiffer', atField('sharedArea'), { sum: areaToDecimal(sum), built: areaToDecimal(builtArea) }),
      ];
    return sharedArea * 1_000_000 > builtArea * LARGE_SHARE_PPM
      ? [
          finding('sharedAreaLarge', atField('sharedArea'), {
            ratePpm: Math.round((sharedArea * 1_000_000) / builtArea),
          }),
        ]
      : [];
  },

  P07: ({ fields: { deposit, total } }, facts) => {
    if (deposit === null || total === null) return [];
    if (deposit > ofPpm(total, facts.depositCapPpm))
      return [finding('depositTooHigh', atField('deposit'), { highestFen: ofPpm(total, facts.depositCapPpm) })];
    return deposit > facts.depositReceived
      ? [finding('depositNotReceived', { at: 'receipts' }, { missingFen: deposit - facts.depositReceived })]
      : [];
  },
};
