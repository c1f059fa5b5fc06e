import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import type { ApprovalConditions } from '#shared/domain/approvals/conditions.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import styles from './approval-page.module.css';

type ConditionsFieldsProps = {
  value: ApprovalConditions;
  onChange: (value: ApprovalConditions) => void;
  /** The deal's own day to sign. */
  signBy: LocalDate;
};

/** What whoever approves ties it to; the deal carries it. */
export function ConditionsFields({ value, onChange, signBy }: ConditionsFieldsProps) {
  const { t } = useTranslation('approvals');
  const today = useToday();
  return (
    <Section title={t('conditions.title')}>
      <div className={styles.conditions}>
        <div className={styles.signBy}>
          <Checkbox
            label={t('conditions.signByLabel')}
            checked={value.signBy !== null}
            onChange={(event) => onChange({ ...value, signBy: event.currentTarget.checked ? today : null })}
          />
          {value.signBy !== null && (
            <DateInput
              size="xs"
              label={null}
              aria-label={t('conditions.signByLabel')}
              value={value.signBy}
              from={today}
              to={signBy < today ? today : signBy}
              onChange={(day) => onChange({ ...value, signBy: day })}
            />
          )}
        </div>
        <Checkbox
          label={t('conditions.planKept')}
          checked={value.planKept}
          onChange={(event) => onChange({ ...value, planKept: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('conditions.noFurtherDiscount')}
          checked={value.noFurtherDiscount}
          onChange={(event) => onChange({ ...value, noFurtherDiscount: event.currentTarget.checked })}
        />
        <TextInput
          size="xs"
          aria-label={t('conditions.text')}
          placeholder={t('conditions.text')}
          maxLength={200}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}
