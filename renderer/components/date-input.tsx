import { DateInput as CalendarInput, type DateInputProps as CalendarInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { dayText } from '#shared/kernel/typed-day.ts';
import { useToday } from '../lib/clock.tsx';
import type { FieldProps } from './typed-input.tsx';

type DateInputProps = FieldProps<LocalDate> & {
  /** In a row of other small controls, where a label of its own has no room. */
  size?: 'xs';
  'aria-label'?: string;
  /** First and last day that can be chosen. */
  from?: LocalDate;
  to?: LocalDate;
  /** Marks days of rest, or makes them impossible. */
  excludeDate?: (day: LocalDate) => boolean;
};

/** Width in a row of small controls: a day and the button that clears it. */
const ROW_WIDTH = 130;

/** A calendar day. Takes `2026-11-23`, `20261123`, `11-23` (this year) and `2026年11月3日`; a calendar opens beside. */
export function DateInput({ value, onChange, required, from, to, excludeDate, ...field }: DateInputProps) {
  const { t } = useTranslation('parts');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const limits: Partial<CalendarInputProps> = {};
  if (field.size === 'xs') limits.w = ROW_WIDTH;
  if (from !== undefined) limits.minDate = from;
  if (to !== undefined) limits.maxDate = to;
  if (excludeDate) limits.excludeDate = (day) => isLocalDate(day) && excludeDate(day);
  return (
    <CalendarInput
      {...field}
      {...limits}
      withAsterisk={required ?? false}
      aria-required={required}
      value={value ?? null}
      valueFormat="YYYY-MM-DD"
      placeholder={field.placeholder ?? t('form.dayPattern')}
      defaultDate={value ?? today}
      getDayProps={(day) => (day === today ? { 'data-today': true } : {})}
      firstDayOfWeek={1}
      hideOutsideDates
      nextLabel={t('form.nextMonth')}
      previousLabel={t('form.previousMonth')}
      allowDeselect
      clearable={!required}
      clearButtonProps={{ 'aria-label': common('clear') }}
      dateParser={(text) => {
        const day = dayText(text, today);
        return day !== undefined && isLocalDate(day) ? day : null;
      }}
      onChange={(day) => onChange(day !== null && isLocalDate(day) ? day : null)}
    />
  );
}
