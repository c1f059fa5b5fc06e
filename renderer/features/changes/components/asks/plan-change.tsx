import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask as questions } from '#renderer/lib/office.ts';
import { askForm } from './ask-form.ts';

/** Another way to pay, of those that the office has. */
export const planChangeForm = askForm<'planChange'>({
  first: ({ planKind }) => ({ kind: 'planChange', planKind }),
  Fields: function PlanChangeFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('changes');
    const { t: labels } = useTranslation('labels');
    const language = useLanguage();
    const offer = useQuery(questions.subscriptions.offer({ unitId: deal.row.unitId }));
    return (
      <Loaded query={offer}>
        {({ plans }) => (
          <OptionButtons
            label={t('make.planKind')}
            required
            numbered
            options={plans.map(({ kind, label }) => ({
              value: kind,
              label: language === 'en' ? labels(`planKinds.${kind}`) : label,
            }))}
            value={ask.planKind}
            onChange={(planKind) => onAsk({ ...ask, planKind })}
          />
        )}
      </Loaded>
    );
  },
});
