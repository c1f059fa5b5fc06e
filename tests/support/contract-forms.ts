import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import { saleContractVariants, sampleFactsOf } from '#shared/documents/sale-contract/sample-forms.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import { type ContractForm, isExisting } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type DraftChange, preflightFacts } from './contract-builders.ts';

/** The contract of the sample in a form, with some fields, annexes or anything else changed. */
export function draftOfForm(form: ContractForm, change: DraftChange = {}): ContractDraft {
  const { draft } = form === 'presaleHome' ? saleContractSample : saleContractVariants[form];
  return {
    ...draft,
    ...change,
    fields: { ...draft.fields, ...change.fields },
    annexes: { ...draft.annexes, ...change.annexes },
  };
}

/** Records with which the contract of the sample in a form passes the check. */
export function factsOfForm(form: ContractForm): PreflightFacts {
  if (form === 'presaleHome') return preflightFacts();
  const { price, deposit, management } = sampleFactsOf(form);
  const ofForm = {
    form,
    text: contractTextOf(form),
    encumbrance: 'none',
    lenderConsent: null,
    listPrice: price,
    filedPrice: price,
    builtUpPrice: price,
    depositReceived: deposit,
    management,
  } as const satisfies Partial<PreflightFacts>;
  if (!isExisting(form)) return preflightFacts(ofForm);
  const permit = { coversBuilding: true, validUntilOn: null, number: '渝中竣备样（2026）第 000 号' };
  return preflightFacts({ ...ofForm, permit: { ...permit, validFromOn: localDate('2026-09-10') } });
}
