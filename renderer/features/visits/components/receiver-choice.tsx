import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { Receiver } from '../hooks/receivers.ts';
import styles from './visits.module.css';

type ReceiverChoiceProps = {
  label: string;
  receivers: readonly Receiver[];
  value: number | null;
  onChange: (id: number) => void;
};

/** Who receives, under the group's own title: those the office names as buttons, anybody else by name. */
export function ReceiverChoice({ label, receivers, value, onChange }: ReceiverChoiceProps) {
  const { t } = useTranslation('visits');
  const colleagues = useQuery(ask.accounts.colleagues({}));
  const named = receivers.some(({ id }) => id === value);
  const others = (colleagues.data ?? []).filter(({ id }) => !receivers.some((one) => one.id === id));
  return (
    <div className={styles.level}>
      <FieldRow columns="1fr 112px">
        <OptionButtons
          label={<span className={styles.unseen}>{label}</span>}
          numbered
          options={receivers.map(({ id, name, standing }) => ({
            value: String(id),
            label: name,
            note: t(`standing.${standing}`),
          }))}
          value={named ? String(value) : null}
          onChange={(id) => onChange(Number(id))}
        />
        <PersonSelect
          label=""
          aria-label={t('otherPerson')}
          people={others}
          value={named ? null : value}
          placeholder={t('otherPerson')}
          onChange={(id) => id !== null && onChange(id)}
        />
      </FieldRow>
    </div>
  );
}
