import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { ask as questions } from '#renderer/lib/office.ts';
import { usePlanOptions } from '#renderer/lib/plan-title.ts';
import { askForm } from './ask-form.ts';

/** Another way to pay, of those that the office has. */
export const planChangeForm = askForm<'planChange'>({
  first: ({ planCode }) => ({ kind: 'planChange', planCode }),
  Fields: function PlanChangeFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('changes');
    const optionsOf = usePlanOptions();
    const offer = useQuery(questions.subscriptions.offer({ unitId: deal.row.unitId }));
    return (
      <Loaded query={offer}>
        {({ plans }) => (
          <OptionButtons
            label={t('make.planKind')}
            required
            numbered
            options={optionsOf(plans)}
            value={ask.planCode}
            onChange={(planCode) => onAsk({ ...ask, planCode })}
          />
        )}
      </Loaded>
    );
  },
});
