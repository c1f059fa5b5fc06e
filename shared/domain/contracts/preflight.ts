import type { ContractDraft } from './draft.ts';
import type { PreflightFacts } from './preflight/facts.ts';
import type { Finding } from './preflight/findings.ts';
import { preflightRules } from './preflight/rules.ts';

/** Everything that is wrong with a contract, rule by rule in their order (合同检查). */
export function preflight(draft: ContractDraft, facts: PreflightFacts): Finding[] {
  return Object.values(preflightRules).flatMap((rule) => rule(draft, facts));
}
