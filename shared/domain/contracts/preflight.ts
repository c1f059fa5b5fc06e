import type { ContractDraft } from './draft.ts';
import type { PreflightFacts } from './preflight/facts.ts';
import { type Finding, ruleCodes } from './preflight/findings.ts';
import { preflightRules } from './preflight/rules.ts';

/** Everything that is wrong with a contract, rule by rule in their order (合同检查). */
export function preflight(draft: ContractDraft, facts: PreflightFacts): Finding[] {
  return ruleCodes.flatMap((code) => preflightRules[code](draft, facts));
}
