import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { contractFields, type FieldName, type FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';

/** What a field of the contract holds. */
export type TermValue = FieldValues[FieldName];

/** How a stored number is shown and typed: hundredths of m², of 万分之一 and of a percent, and plain counts. */
const scales = { area: 100, dailyRate: 100, percent: 10_000, height: 100, days: 1, count: 1, floor: 1 } as const;
const decimals = { area: 2, dailyRate: 2, percent: 2, height: 2, days: 0, count: 0, floor: 0 } as const;

type FieldInputProps = {
  name: FieldName;
  value: TermValue;
  onChange: (value: TermValue) => void;
  disabled: boolean;
  /** Takes the focus when the drawer opens. */
  focused: boolean;
};

/** One field of an article, in the form of what it holds. */
export function FieldInput({ name, value, onChange, disabled, focused }: FieldInputProps) {
  const { t } = useTranslation('contractForm');
  const { t: words } = useTranslation('contracts');
  const { kind, options } = contractFields[name];
  const label = t(`fields.${name}`);
  const focus = { 'data-autofocus': focused || undefined };
  switch (kind) {
    case 'choice':
      return (
        <Select
          label={label}
          {...focus}
          disabled={disabled}
          clearable
          data={options.map((one) => ({ value: one, label: t(`options.${name}.${one}` as never) }))}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => onChange(chosen as TermValue)}
        />
      );
    case 'text':
      return (
        <TextInput
          label={label}
          {...focus}
          disabled={disabled}
          maxLength={100}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange((event.currentTarget.value || null) as TermValue)}
        />
      );
    case 'longText':
      return (
        <Textarea
          label={label}
          {...focus}
          disabled={disabled}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange((event.currentTarget.value || null) as TermValue)}
        />
      );
    case 'money':
      return (
        <MoneyInput
          label={label}
          {...focus}
          disabled={disabled}
          value={typeof value === 'number' ? fen(value) : null}
          onChange={onChange}
        />
      );
    case 'date':
      return (
        <DateInput
          label={label}
          {...focus}
          disabled={disabled}
          value={typeof value === 'string' && isLocalDate(value) ? value : null}
          onChange={(day) => onChange(day as TermValue)}
        />
      );
    default: {
      const scale = scales[kind];
      const suffix = kind === 'percent' ? ` ${words('percentUnit')}` : '';
      return (
        <NumberInput
          label={label}
          {...focus}
          disabled={disabled}
          decimalScale={decimals[kind]}
          allowNegative={kind === 'floor'}
          hideControls
          suffix={suffix}
          {...(kind === 'dailyRate' ? { description: words('ratePerDay') } : {})}
          value={typeof value === 'number' ? value / scale : ''}
          onChange={(typed) => onChange(typeof typed === 'number' ? (Math.round(typed * scale) as TermValue) : null)}
        />
      );
    }
  }
}
