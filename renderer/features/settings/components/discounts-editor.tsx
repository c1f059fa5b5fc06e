import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import type { Discount } from '#shared/domain/pricing/catalogue.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import styles from './settings.module.css';
import { PercentInput } from './value-editor.tsx';

type Kind = Discount['kind'];

/** Posts of the sales line that a discount may be kept for. */
const givers = ['supervisor', 'manager', 'director'] as const;

const kinds: readonly Kind[] = ['percent', 'reduction', 'addOn'];

/** Turns a discount into one of another kind; name, days and stacking stay. */
export function withKind(discount: Discount, kind: Kind): Discount {
  const { code, label, from, until, stackable, authority } = discount;
  const common = { code, label, from, until, stackable, authority };
  if (kind === 'percent') return { kind, ...common, ratePpm: 10_000 };
  return { kind, ...common, amount: discount.kind === 'percent' ? yuan(10_000) : discount.amount };
}

/** A new discount with a code that none of the others has. */
export function newDiscount(others: readonly Discount[]): Discount {
  let number = others.length + 1;
  while (others.some(({ code }) => code === `d${number}`)) number += 1;
  return {
    kind: 'percent',
    code: `d${number}`,
    label: '',
    ratePpm: 10_000,
    from: null,
    until: null,
    stackable: true,
    authority: null,
  };
}

/** The catalogue of discounts: what may be given, from when until when. */
export function DiscountsEditor({
  value,
  onChange,
}: {
  value: readonly Discount[];
  onChange: (value: readonly Discount[]) => void;
}) {
  const { t } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  const put = (index: number, discount: Discount) => onChange(value.with(index, discount));
  return (
    <div className={styles.group}>
      {value.map((discount, index) => (
        <fieldset key={discount.code} className={styles.discount}>
          <TextInput
            label={t('discount.label')}
            value={discount.label}
            required
            onChange={(event) => put(index, { ...discount, label: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('discount.remove')}
            onClick={() => onChange(value.toSpliced(index, 1))}
          >
            <IconTrash size={16} />
          </ActionIcon>
          <Select
            label={t('discount.kind')}
            data={kinds.map((kind) => ({ value: kind, label: t(`discount.kinds.${kind}`) }))}
            value={discount.kind}
            allowDeselect={false}
            onChange={(kind) => kind !== null && put(index, withKind(discount, kind))}
          />
          {discount.kind === 'percent' ? (
            <PercentInput
              label={t('discount.rate')}
              value={discount.ratePpm}
              onChange={(ratePpm) => put(index, { ...discount, ratePpm })}
            />
          ) : (
            <MoneyInput
              label={t('discount.amount')}
              value={discount.amount}
              onChange={(amount) => put(index, { ...discount, amount: amount ?? ZERO_FEN })}
            />
          )}
          <DateInput
            label={t('discount.from')}
            value={discount.from}
            onChange={(from) => put(index, { ...discount, from })}
          />
          <DateInput
            label={t('discount.until')}
            value={discount.until}
            onChange={(until) => put(index, { ...discount, until })}
          />
          <Select
            className={styles.wide}
            label={t('discount.authority')}
            data={[
              { value: 'anybody', label: t('discount.anybody') },
              ...givers.map((post) => ({ value: post, label: labels(`posts.${post}`) })),
            ]}
            value={discount.authority ?? 'anybody'}
            allowDeselect={false}
            onChange={(value) => put(index, { ...discount, authority: givers.find((post) => post === value) ?? null })}
          />
          <Checkbox
            className={styles.wide}
            label={t('discount.stackable')}
            checked={discount.stackable}
            onChange={(event) => put(index, { ...discount, stackable: event.currentTarget.checked })}
          />
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange([...value, newDiscount(value)])}
      >
        {t('discount.add')}
      </Button>
    </div>
  );
}
