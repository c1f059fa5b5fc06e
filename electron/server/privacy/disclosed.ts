import { listCases } from '#db/repositories/cases.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import { subscriptionsOfCustomer } from '#db/repositories/customers.ts';
import { disclosuresOf } from '#db/repositories/privacy-registers.ts';
import type { DisclosureBasis, RecipientKind } from '#shared/domain/privacy/states.ts';
import { privacy } from '#shared/i18n/zh-CN/privacy.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** Who was given what of a person, when and on what it rests; `by` is null for what the program tells by itself. */
export type Disclosed = {
  readonly on: LocalDate;
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly content: string;
  readonly basis: DisclosureBasis;
  readonly by: string | null;
};

/**
 * Who was given data of a customer: what people wrote down, and what follows from the deals by itself: the authority that
 * filed the contract, the bank or fund that lends. The newest first.
 */
export function disclosedOf({ db }: Pick<QueryContext, 'db'>, customerId: number): Disclosed[] {
  const written = disclosuresOf(db, customerId).map(({ disclosure, by }) => ({
    on: disclosure.givenOn,
    kind: disclosure.recipientKind,
    recipient: disclosure.recipient,
    content: disclosure.content,
    basis: disclosure.basis,
    by,
  }));
  const deals = subscriptionsOfCustomer(db, customerId).map(({ subscription }) => subscription.id);
  const filed = deals
    .flatMap((id) => contractsOfSubscription(db, id))
    .flatMap(({ filedOn, number }): Disclosed[] =>
      filedOn === null
        ? []
        : [
            {
              on: filedOn,
              kind: 'registry',
              recipient: privacy.recipients.registry,
              content: `${privacy.derived.filing} ${number}`,
              basis: 'law',
              by: null,
            },
          ],
    );
  const lent =
    deals.length === 0
      ? []
      : listCases(db, { kind: 'mortgage', open: false, whose: null, subscriptionIds: deals }).flatMap(
          ({ row }): Disclosed[] =>
            row.bank === ''
              ? []
              : [
                  {
                    on: row.openedOn,
                    kind: row.loanKind === 'provident' ? 'providentFund' : 'bank',
                    recipient: row.bank,
                    content: privacy.derived.mortgage,
                    basis: 'contract',
                    by: null,
                  },
                ],
        );
  return [...written, ...filed, ...lent].toSorted((a, b) => (a.on < b.on ? 1 : -1));
}
