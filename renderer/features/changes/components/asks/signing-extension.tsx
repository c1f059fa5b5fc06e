import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { addDays } from '#shared/kernel/local-date.ts';
import { askForm } from './ask-form.ts';

const USUAL_DAYS = 3;

/** The new day to sign. */
export const signingExtensionForm = askForm<'signingExtension'>({
  first: ({ row }, today) => ({
    kind: 'signingExtension',
    // Of a day that has passed nobody proposes another one that has.
    signBy: addDays(row.signBy > today ? row.signBy : today, USUAL_DAYS),
  }),
  Fields: function SigningExtensionFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('changes');
    const today = useToday();
    const next = addDays(deal.row.signBy, 1);
    return (
      <DateInput
        label={`${t('make.signBy')} · ${t('make.signByHint', { signBy: deal.row.signBy })}`}
        required
        from={next > today ? next : today}
        value={ask.signBy}
        onChange={(signBy) => signBy !== null && onAsk({ ...ask, signBy })}
      />
    );
  },
});
