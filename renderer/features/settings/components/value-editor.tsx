import { MultiSelect, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { FieldGroup } from '#renderer/components/page.tsx';
import { posts } from '#shared/domain/accounts/posts.ts';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { discountOrders, priceBases, roundingUnits } from '#shared/domain/pricing/catalogue.ts';
import { type SettingKey, settingDefinitions } from '#shared/domain/settings/registry.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import styles from './settings.module.css';
import { isRecord, type Json, useFieldName } from './use-setting-text.ts';

/** What a setting of one choice may be. */
const choices: Partial<Record<SettingKey, readonly string[]>> = {
  priceBasis: priceBases,
  discountOrder: discountOrders,
  priceRounding: roundingUnits,
  paymentMethods,
  recoverers: posts.filter((post) => post !== 'kiosk'),
};

type EditorProps = { settingKey: SettingKey; value: Json; onChange: (value: Json) => void; label: string };

/** Edits a value by its shape: a number in its unit, a choice, a yes or no, or a group of these. */
export function ValueEditor({ settingKey, value, onChange, label }: EditorProps) {
  const nameOf = useFieldName();
  if (isRecord(value))
    return (
      <FieldGroup title={label}>
        <div className={styles.group}>
          {Object.entries(value).map(([name, part]) => (
            <ValueEditor
              key={name}
              settingKey={settingKey}
              value={part}
              label={nameOf(settingKey, name)}
              onChange={(next) => onChange({ ...value, [name]: next })}
            />
          ))}
        </div>
      </FieldGroup>
    );
  if (Array.isArray(value))
    return (
      <MultiSelect
        label={label}
        data={(choices[settingKey] ?? []).map((one) => ({ value: one, label: nameOf(settingKey, one) }))}
        value={value.filter((one) => typeof one === 'string')}
        onChange={onChange}
      />
    );
  return <ScalarEditor settingKey={settingKey} value={value} onChange={onChange} label={label} />;
}

function ScalarEditor({ settingKey, value, onChange, label }: EditorProps) {
  const { t } = useTranslation('settings');
  const nameOf = useFieldName();
  const { unit } = settingDefinitions[settingKey];
  const options = choices[settingKey];
  if (unit === 'day') return <DateInput label={label} value={dayOrNull(value)} onChange={onChange} />;
  if (typeof value === 'boolean')
    return <Switch label={label} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
  if (typeof value === 'string' && options !== undefined)
    return (
      <Select
        label={label}
        data={options.map((one) => ({ value: one, label: nameOf(settingKey, one) }))}
        value={value}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  if (typeof value === 'string' && unit === 'text')
    return (
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (typeof value === 'string')
    return <TextInput label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (typeof value !== 'number') return null;
  if (unit === 'fen')
    return <MoneyInput label={label} value={fen(value)} onChange={(next) => next !== null && onChange(next)} />;
  // Rates are kept in parts per million and typed in percent.
  if (unit === 'ppm' || settingKey === 'filedBand')
    return <PercentInput label={label} value={value} onChange={onChange} />;
  return (
    <NumberInput
      label={label}
      value={value}
      allowDecimal={false}
      min={0}
      suffix={unit === 'days' || unit === 'minutes' ? ` ${t(`units.${unit}`)}` : ''}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}

function dayOrNull(value: Json): LocalDate | null {
  return typeof value === 'string' && isLocalDate(value) ? value : null;
}

/** A rate in percent, kept in parts per million. */
export function PercentInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (ratePpm: number) => void;
}) {
  return (
    <NumberInput
      label={label}
      value={value / 10_000}
      min={0}
      max={100}
      decimalScale={4}
      suffix=" %"
      onChange={(next) => typeof next === 'number' && onChange(Math.round(next * 10_000))}
    />
  );
}
