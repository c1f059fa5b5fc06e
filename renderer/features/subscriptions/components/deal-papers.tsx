import type { z } from 'zod';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { usePerson } from '#renderer/lib/person.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';

/** The right that each paper of a deal asks for; all others go with the deal. */
const rights: Partial<Record<DocumentKindName, string>> = {
  subscriptionBook: 'issueBook',
  dealLedger: 'issueLedger',
  discountForm: 'issueDiscount',
};

/** The papers of a deal: its book, what goes with it, and what it owes and has paid. */
export function DealPapers({ detail }: { detail: z.output<typeof subscriptions.detail.output> }) {
  const person = usePerson();
  const follow = ['contactSheet', 'expenseEstimate', 'receivablesList'] as const;
  const money = person.may('payments.read') ? (['dealLedger'] as const) : [];
  const discount = detail.can['issueDiscount'] === undefined ? [] : (['discountForm'] as const);
  return (
    <SubjectPapers
      noun="subscriptions"
      subjectId={detail.row.id}
      kinds={['subscriptionBook', 'purchaseInstructions', ...follow, ...money, ...discount]}
      renews={[...follow, ...money, ...discount]}
      allowed={(kind) => detail.can[rights[kind] ?? 'issuePapers']}
    />
  );
}
