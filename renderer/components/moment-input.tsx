import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, instantOf, timeOf } from '#shared/kernel/local-date.ts';
import { DateInput } from './date-input.tsx';
import { FieldRow } from './page.tsx';

type MomentInputProps = {
  label: string;
  /** UTC ms. */
  value: number | null;
  onChange: (at: number | null) => void;
  required?: boolean;
  /** The clock time of a day that is chosen first, minutes from midnight. */
  firstMinutes: number;
  placeholder?: string;
};

/** Minutes of `9:30`, `0930` or `9：30`; undefined for what is no time of day. */
export function clockMinutes(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** A day and a time of day by the office's clock. */
export function MomentInput({ label, value, onChange, required, firstMinutes, placeholder }: MomentInputProps) {
  const { t } = useTranslation('parts');
  const [clock, setClock] = useState(value === null ? '' : timeOf(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setClock(value === null ? '' : timeOf(value));
  }
  const minutes = clockMinutes(clock);
  const typed = () => {
    if (value === null) return;
    if (minutes === undefined) setClock(timeOf(value));
    else onChange(instantOf(dayOf(value), minutes));
  };
  return (
    <FieldRow columns="minmax(0, 1fr) 84px">
      <DateInput
        label={label}
        value={value === null ? null : dayOf(value)}
        required={required ?? false}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(day) => onChange(day === null ? null : instantOf(day, minutes ?? firstMinutes))}
      />
      <TextInput
        label={t('form.clock')}
        value={clock}
        inputMode="numeric"
        maxLength={5}
        disabled={value === null}
        onChange={(event) => setClock(event.currentTarget.value)}
        onBlur={typed}
      />
    </FieldRow>
  );
}
