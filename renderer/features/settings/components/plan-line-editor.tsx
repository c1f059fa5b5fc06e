import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { planItems } from '#shared/domain/plans/states.ts';
import type { PlanLineTemplate } from '#shared/domain/plans/template.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { dueKindOf, dueKinds, shareKinds, WHOLE_LOAN, withDue, withShare } from '../plan-lines.ts';
import { PercentInput } from './value-editor.tsx';

type LineProps = { line: PlanLineTemplate; onChange: (line: PlanLineTemplate) => void };

/** One line of a way to pay: what it is, how much, when, and whether it is part of the price. */
export function PlanLineEditor({ line, onChange }: LineProps) {
  const { t } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const { item, share, due, inPrice } = line;
  return (
    <>
      <Select
        label={t('plans.item')}
        data={planItems.map((one) => ({ value: one, label: labels(`planItems.${one}`) }))}
        value={item}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange({ ...line, item: next })}
      />
      <Select
        label={t('plans.share')}
        data={shareKinds.map((one) => ({ value: one, label: t(`plans.shares.${one}`) }))}
        value={share.kind}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange(withShare(line, next))}
      />
      {share.kind === 'percent' ? (
        <PercentInput
          label={t('plans.rate')}
          value={share.ratePpm}
          onChange={(ratePpm) => onChange({ ...line, share: { ...share, ratePpm } })}
        />
      ) : share.kind === 'amount' ? (
        <MoneyInput
          label={t('plans.amount')}
          value={share.amount}
          onChange={(amount) => onChange({ ...line, share: { ...share, amount: amount ?? ZERO_FEN } })}
        />
      ) : (
        <span />
      )}
      <Select
        label={t('plans.due')}
        data={dueKinds.map((one) => ({ value: one, label: t(`plans.dues.${one}`) }))}
        value={dueKindOf(line)}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange(withDue(line, next, today))}
      />
      {due.kind === 'on' ? (
        <>
          <DateInput
            label={t('plans.on')}
            value={due.on}
            required
            onChange={(on) => on !== null && onChange({ ...line, due: { ...due, on } })}
          />
          <span />
        </>
      ) : (
        <>
          <Count
            label={t('plans.months')}
            value={due.months}
            max={120}
            onChange={(months) => onChange({ ...line, due: { ...due, months } })}
          />
          <Count
            label={t('plans.days')}
            value={due.days}
            max={3650}
            onChange={(days) => onChange({ ...line, due: { ...due, days } })}
          />
        </>
      )}
      <Checkbox
        label={t('plans.beside')}
        checked={!inPrice}
        disabled={share.kind === 'rest'}
        onChange={(event) => onChange({ ...line, inPrice: !event.currentTarget.checked })}
      />
      {share.kind === 'percent' && (
        <Checkbox
          label={t('plans.whole')}
          checked={share.roundDownTo !== null && share.roundDownTo > 0}
          onChange={(event) =>
            onChange({ ...line, share: { ...share, roundDownTo: event.currentTarget.checked ? WHOLE_LOAN : null } })
          }
        />
      )}
    </>
  );
}

type CountProps = { label: string; value: number; max: number; onChange: (value: number) => void };

function Count({ label, value, max, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={0}
      max={max}
      allowDecimal={false}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}
