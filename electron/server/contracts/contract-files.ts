import type { ReadDb } from '#db/access.ts';
import type { AgreementRow } from '#db/repositories/agreements.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { planLinesOf } from '#db/repositories/subscriptions.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { type GivenFile, type NeededFile, neededFiles } from '#shared/domain/contracts/needed-files.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import type { ListedPaper } from '#shared/domain/contracts/required-files.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { saleFactsOf, type UnitContext } from '../units/unit-facts.ts';
import type { Deal } from './deal.ts';

type Context = Pick<UnitContext, 'db' | 'today' | 'setting'>;
type Asking = Pick<ContractDraft, 'signOn' | 'purchaseLimited'> & { readonly buyers: readonly ContractBuyer[] };

/** The scans of a deal: at the contract, at its subscription, in the buyers' own files. */
function scansOf(db: ReadDb, { row, subscription }: Deal, buyers: readonly ContractBuyer[]): GivenFile[] {
  return [
    ...attachmentsOf(db, 'contracts', row.id),
    ...attachmentsOf(db, 'subscriptions', subscription.id),
    ...buyers.flatMap(({ customerId }) => (customerId === null ? [] : attachmentsOf(db, 'customers', customerId))),
  ].map(({ attachment }) => attachment);
}

function filesFor(
  { db, today, setting }: Context,
  paper: ListedPaper,
  deal: Deal,
  { buyers, signOn, purchaseLimited }: Asking,
  files: readonly GivenFile[],
): NeededFile[] {
  const { encumbrance } = saleFactsOf(db, deal.unit, today);
  const asking = {
    ...{ buyers, signOn, purchaseLimited },
    loan: planLinesOf(db, deal.subscription.id).some(({ item }) => isLoan(item)),
    mortgaged: encumbrance === 'projectMortgage' || encumbrance === 'dischargeRequested',
  };
  return neededFiles(setting('requiredFiles'), paper, asking, files);
}

/** Which files a contract needs by the office's list of today, and which of them are there. */
export function filesOfContract(context: Context, deal: Deal, draft: ContractDraft): NeededFile[] {
  return filesFor(context, draft.form, deal, draft, scansOf(context.db, deal, draft.buyers));
}

/** The same of an agreement about a signed contract: who bought and who comes in by it, with the scans that lie with it. */
export function filesOfAgreement(
  context: Context,
  { row, deal }: { readonly row: AgreementRow; readonly deal: Deal },
  asking: Asking,
): NeededFile[] {
  const own = attachmentsOf(context.db, 'agreements', row.id).map(({ attachment }) => attachment);
  return filesFor(context, row.kind, deal, asking, [...own, ...scansOf(context.db, deal, asking.buyers)]);
}
