import { ActionIcon, MultiSelect, NumberInput, Select } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import type { PriceRule } from '#shared/domain/prices/formula.ts';
import { keptPrices } from '#shared/domain/prices/history.ts';
import type { Choices } from '../batch-words.ts';
import { type ChangeKind, changeKinds, changeOf, withAmount } from '../rules.ts';
import styles from './prices.module.css';

type RuleEditorProps = {
  index: number;
  rule: PriceRule;
  choices: Choices;
  onChange: (rule: PriceRule) => void;
  onRemove: () => void;
  /** Nothing for the first rule. */
  onUp: (() => void) | undefined;
};

/** One rule of a batch: which homes, which price, what becomes of it. */
export function RuleEditor({ index, rule, choices, onChange, onRemove, onUp }: RuleEditorProps) {
  const { t } = useTranslation('prices');
  const { where, price, change } = rule;
  const prices = keptPrices.filter((one) => one !== 'floor' || choices.seesFloorPrice);
  return (
    <fieldset className={styles.rule}>
      <legend>{t('rule.title', { number: index + 1 })}</legend>
      <div className={styles.ruleTools}>
        {onUp !== undefined && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('rule.up')} onClick={onUp}>
            <IconArrowUp size={15} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t('rule.remove')} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </div>
      <Select
        label={t('rule.price')}
        data={prices.map((one) => ({ value: one, label: t(`kept.${one}`) }))}
        value={price}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange({ ...rule, price: next })}
      />
      <Select
        label={t('rule.by')}
        data={changeKinds
          .filter((by) => by !== 'ofList' || price !== 'list')
          .map((by) => ({ value: by, label: t(`rule.kinds.${by}`) }))}
        value={change.by}
        allowDeselect={false}
        onChange={(by: ChangeKind | null) => by !== null && onChange({ ...rule, change: changeOf(by) })}
      />
      <ChangeFields change={change} onChange={(next) => onChange({ ...rule, change: next })} />
      <Where where={where} choices={choices} onChange={(next) => onChange({ ...rule, where: next })} />
    </fieldset>
  );
}

function ChangeFields({
  change,
  onChange,
}: {
  change: PriceRule['change'];
  onChange: (change: PriceRule['change']) => void;
}) {
  const { t } = useTranslation('prices');
  if (change.by === 'percent' || change.by === 'ofList')
    return (
      <NumberInput
        label={t(`rule.figures.${change.by}`)}
        value={change.ratePpm / 10_000}
        min={change.by === 'percent' ? -90 : 1}
        max={900}
        decimalScale={4}
        suffix=" %"
        onChange={(next) => typeof next === 'number' && onChange({ ...change, ratePpm: Math.round(next * 10_000) })}
      />
    );
  return (
    <>
      <MoneyInput
        label={t(`rule.figures.${change.by}`)}
        value={change.amount}
        signed={change.by !== 'set' && change.by !== 'setPerMetre'}
        required
        onChange={(amount) => onChange(withAmount(change, amount))}
      />
      {change.by === 'perFloor' && (
        <FloorInput
          label={t('rule.baseFloor')}
          value={change.floor}
          onChange={(floor) => onChange({ ...change, floor: floor ?? 1 })}
        />
      )}
    </>
  );
}

type WhereProps = {
  where: PriceRule['where'];
  choices: Choices;
  onChange: (where: PriceRule['where']) => void;
};

/** Which homes a rule is for; what is left empty means all of them. */
function Where({ where, choices, onChange }: WhereProps) {
  const { t } = useTranslation('prices');
  const { t: labels } = useTranslation('labels');
  const all = t('rule.all');
  const prompt = (chosen: readonly unknown[]) => (chosen.length === 0 ? all : '');
  return (
    <>
      <MultiSelect
        className={styles.wide}
        label={t('rule.buildings')}
        placeholder={prompt(where.buildingIds)}
        data={choices.buildings.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={where.buildingIds.map(String)}
        searchable
        onChange={(ids) => onChange({ ...where, buildingIds: ids.map(Number) })}
      />
      <FloorInput
        label={t('rule.floorFrom')}
        value={where.floorFrom}
        placeholder={all}
        onChange={(floorFrom) => onChange({ ...where, floorFrom })}
      />
      <FloorInput
        label={t('rule.floorTo')}
        value={where.floorTo}
        placeholder={all}
        onChange={(floorTo) => onChange({ ...where, floorTo })}
      />
      <MultiSelect
        label={t('rule.houseTypes')}
        placeholder={prompt(where.houseTypes)}
        data={choices.houseTypes}
        value={where.houseTypes}
        searchable
        onChange={(houseTypes) => onChange({ ...where, houseTypes })}
      />
      <MultiSelect
        label={t('rule.orientations')}
        placeholder={prompt(where.orientations)}
        data={choices.orientations}
        value={where.orientations}
        onChange={(orientations) => onChange({ ...where, orientations })}
      />
      {choices.uses.length > 1 && (
        <MultiSelect
          className={styles.wide}
          label={t('rule.uses')}
          placeholder={prompt(where.uses)}
          data={choices.uses.map((use) => ({ value: use, label: labels(`unitUses.${use}`) }))}
          value={where.uses}
          onChange={(uses) => onChange({ ...where, uses: choices.uses.filter((use) => uses.includes(use)) })}
        />
      )}
    </>
  );
}

type FloorInputProps = {
  label: string;
  value: number | null;
  placeholder?: string;
  onChange: (value: number | null) => void;
};

function FloorInput({ label, value, placeholder, onChange }: FloorInputProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      min={-50}
      max={300}
      allowDecimal={false}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}
