import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { type ApprovalConditions, type DayRange, payableDays } from '#shared/domain/approvals/conditions.ts';
import type { ApprovalPage } from '../approval-words.ts';
import styles from './approval-page.module.css';

type ConditionsFieldsProps = {
  value: ApprovalConditions;
  onChange: (value: ApprovalConditions) => void;
  deal: NonNullable<ApprovalPage['deal']>;
};

type DayName = 'signBy' | 'depositBy' | 'firstPaymentBy';

/** What whoever approves ties it to; under each stands what the program does about it. The deal carries it. */
export function ConditionsFields({ value, onChange, deal }: ConditionsFieldsProps) {
  const { t } = useTranslation('approvals');
  const today = useToday();
  const { deposit, firstPayment } = payableDays(value, deal, today);
  const toSign = { from: today, until: deal.signBy < today ? today : deal.signBy };
  const day = (name: DayName, range: DayRange | null) =>
    range !== null &&
    range.from <= range.until && (
      <div className={styles.day}>
        <Checkbox
          label={t(`conditions.${name}Label`)}
          description={t(`conditions.${name}Rule`)}
          checked={value[name] !== null}
          onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked ? range.from : null })}
        />
        {value[name] !== null && (
          <DateInput
            size="xs"
            label={null}
            aria-label={t(`conditions.${name}Label`)}
            value={value[name]}
            from={range.from}
            to={range.until}
            onChange={(chosen) => onChange({ ...value, [name]: chosen })}
          />
        )}
      </div>
    );
  const promise = (name: 'planKept' | 'noFurtherDiscount') => (
    <Checkbox
      label={t(`conditions.${name}`)}
      description={t(`conditions.${name}Rule`)}
      checked={value[name]}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Section title={t('conditions.title')}>
      <div className={styles.conditions}>
        {day('signBy', toSign)}
        {day('depositBy', deposit)}
        {day('firstPaymentBy', firstPayment)}
        {promise('planKept')}
        {promise('noFurtherDiscount')}
        <TextInput
          size="xs"
          aria-label={t('conditions.text')}
          placeholder={t('conditions.text')}
          description={t('conditions.textRule')}
          inputWrapperOrder={['input', 'description']}
          maxLength={200}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}
