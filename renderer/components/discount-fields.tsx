import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Adjustment, byHandCode, type Discount } from '#shared/domain/pricing/catalogue.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import { formatMoney } from '../lib/format.ts';
import { readPercent, writePercent } from '../lib/percent.ts';
import { MoneyInput } from './amount-inputs.tsx';
import styles from './discount-fields.module.css';
import { AppliedFilter, OptionButtons } from './filters.tsx';
import { TypedInput } from './typed-input.tsx';

type DiscountFieldsProps = {
  catalogue: readonly Discount[];
  chosen: readonly string[];
  onChosen: (codes: string[]) => void;
  byHand: readonly Adjustment[];
  onByHand: (adjustments: Adjustment[]) => void;
};

/** The discounts on offer today, and what was agreed beyond them. */
export function DiscountFields({ catalogue, chosen, onChosen, byHand, onByHand }: DiscountFieldsProps) {
  const { t } = useTranslation('subscriptions');
  const textOf = useAdjustmentText();
  return (
    <div className={styles.discounts}>
      <Checkbox.Group label={t('make.discounts')} value={[...chosen]} onChange={onChosen}>
        {catalogue.length === 0 ? (
          <p className={styles.none}>{t('make.discountsNone')}</p>
        ) : (
          <div className={styles.catalogue}>
            {catalogue.map((discount) => (
              <Checkbox
                key={discount.code}
                value={discount.code}
                label={
                  <>
                    {discount.label} <small>{textOf(discount)}</small>
                    {!discount.stackable && <small> · {t('make.single')}</small>}
                    {discount.authority !== null && (
                      <small> · {t('make.authority', { post: discount.authority })}</small>
                    )}
                  </>
                }
              />
            ))}
          </div>
        )}
      </Checkbox.Group>
      {byHand.length > 0 && (
        <div className={styles.agreed}>
          {byHand.map((adjustment, index) => (
            <AppliedFilter
              key={`${index} ${adjustment.label}`}
              label={`${adjustment.label} ${textOf(adjustment)}`}
              onRemove={() => onByHand(byHand.filter((_one, at) => at !== index))}
            />
          ))}
        </div>
      )}
      <ByHand count={byHand.length} onAdd={(adjustment) => onByHand([...byHand, adjustment])} />
    </div>
  );
}

/** What an adjustment does, in a few signs: `−1 %`, `−5,000.00`, `+30,000.00`. */
function useAdjustmentText(): (adjustment: Adjustment) => string {
  const { t } = useTranslation('subscriptions');
  return (adjustment) => {
    if (adjustment.kind === 'percent') return t('make.off', { ratePpm: adjustment.ratePpm });
    return `${adjustment.kind === 'addOn' ? '+' : '−'}${formatMoney(adjustment.amount)}`;
  };
}

const kinds = ['percent', 'reduction'] as const;

/** A discount agreed beyond the catalogue; the office decides whether it needs approval. */
function ByHand({ count, onAdd }: { count: number; onAdd: (adjustment: Adjustment) => void }) {
  const { t } = useTranslation('subscriptions');
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<(typeof kinds)[number]>('percent');
  const [label, setLabel] = useState('');
  const [ratePpm, setRate] = useState<number | null>(null);
  const [amount, setAmount] = useState<Fen | null>(null);
  if (!opened)
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.open}
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {t('make.manual')}
      </Button>
    );
  const name = label.trim() === '' ? t('make.manual') : label.trim();
  const named = { code: byHandCode(count), label: name };
  const adjustment: Adjustment | undefined =
    kind === 'percent'
      ? ratePpm === null
        ? undefined
        : { kind, ...named, ratePpm }
      : amount === null || amount === 0
        ? undefined
        : { kind, ...named, amount };
  const add = () => {
    if (adjustment === undefined) return;
    onAdd(adjustment);
    setOpened(false);
    setLabel('');
    setRate(null);
    setAmount(null);
  };
  return (
    <div className={styles.byHand} role="group" aria-label={t('make.manual')}>
      <OptionButtons
        label={t('make.manual')}
        options={kinds.map((one) => ({ value: one, label: t(`make.manualKind.${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        label={t('make.manualLabel')}
        placeholder={t('make.manual')}
        maxLength={60}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {kind === 'percent' ? (
        <TypedInput<number>
          key="rate"
          label={t('make.manualRate')}
          inputMode="decimal"
          value={ratePpm}
          onChange={setRate}
          autoFocus
          read={(text) => {
            const value = readPercent(text);
            return value === undefined || value === ONE_PPM ? { problem: t('make.rateInvalid') } : { value };
          }}
          write={writePercent}
        />
      ) : (
        <MoneyInput key="amount" label={t('make.manualAmount')} value={amount} onChange={setAmount} autoFocus />
      )}
      <Button variant="default" size="md" disabled={adjustment === undefined} onClick={add}>
        {t('make.manualAdd')}
      </Button>
      <p className={styles.none}>{t('make.manualHint')}</p>
    </div>
  );
}
