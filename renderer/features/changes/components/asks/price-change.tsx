import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#renderer/components/data-states.tsx';
import { DiscountFields } from '#renderer/components/discount-fields.tsx';
import { ask as questions } from '#renderer/lib/office.ts';
import { type Adjustment, isByHand, listedOf } from '#shared/domain/pricing/catalogue.ts';
import { askForm } from './ask-form.ts';

/** The discounts as they shall be: those of the catalogue, and what was agreed by hand. */
export const priceChangeForm = askForm<'priceChange'>({
  first: ({ adjustments }) => ({
    kind: 'priceChange',
    adjustments: adjustments.map((one) => (isByHand(one) ? one : { kind: 'listed', code: one.code })),
  }),
  Fields: function PriceChangeFields({ deal, ask, onAsk }) {
    const offer = useQuery(questions.subscriptions.offer({ unitId: deal.row.unitId }));
    const chosen = ask.adjustments.flatMap((one) => (one.kind === 'listed' ? [one.code] : []));
    const byHand = ask.adjustments.filter((one): one is Adjustment => one.kind !== 'listed');
    return (
      <Loaded query={offer}>
        {({ discounts }) => (
          <DiscountFields
            catalogue={discounts}
            chosen={chosen}
            onChosen={(codes) => onAsk({ ...ask, adjustments: [...listedOf(discounts, codes), ...byHand] })}
            byHand={byHand}
            onByHand={(next) => onAsk({ ...ask, adjustments: [...listedOf(discounts, chosen), ...next] })}
          />
        )}
      </Loaded>
    );
  },
});
