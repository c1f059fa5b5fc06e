import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { useToday } from '#renderer/lib/clock.tsx';
import { isLoan } from '#shared/domain/plans/states.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { fen, ZERO_FEN } from '#shared/kernel/money.ts';
import { askForm, type Deal } from './ask-form.ts';

const USUAL_DAYS = 15;

/** The lines that buyers pay themselves: the bank answers for the day of its loan. */
const ownLines = ({ plan }: Deal) => plan.filter(({ item }) => !isLoan(item));

/** Which line of the plan is due later, until when, and how much of its penalty is waived. */
export const paymentReliefForm = askForm<'paymentRelief'>({
  first: (deal, today) => {
    const own = ownLines(deal);
    const line = own.find(({ amount, received }) => received < amount) ?? own[0];
    const dueOn = line === undefined || line.received >= line.amount ? null : addDays(today, USUAL_DAYS);
    return { kind: 'paymentRelief', position: line?.position ?? 1, dueOn, waived: ZERO_FEN };
  },
  isChosen: (_deal, { dueOn, waived }) => dueOn !== null || waived > 0,
  Fields: function PaymentReliefFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('changes');
    const { t: labels } = useTranslation('labels');
    const today = useToday();
    const line = deal.plan.find(({ position }) => position === ask.position);
    const next = line === undefined || line.dueOn < today ? today : addDays(line.dueOn, 1);
    return (
      <div className={styles.fields}>
        <Select
          label={t('make.reliefLine')}
          withAsterisk
          allowDeselect={false}
          data={ownLines(deal).map(({ position, item, dueOn }) => ({
            value: String(position),
            label: t('make.reliefLineOf', { position, item: labels(`planItems.${item}`), dueOn }),
          }))}
          value={String(ask.position)}
          onChange={(position) => onAsk({ ...ask, position: Number(position ?? ask.position) })}
        />
        <DateInput
          label={t('make.reliefDueOn')}
          from={next}
          value={ask.dueOn}
          onChange={(dueOn) => onAsk({ ...ask, dueOn })}
        />
        <MoneyInput
          label={t('make.reliefWaived')}
          value={ask.waived}
          onChange={(waived) => onAsk({ ...ask, waived: waived ?? fen(0) })}
        />
      </div>
    );
  },
});
