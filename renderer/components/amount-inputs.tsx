import { useTranslation } from 'react-i18next';
import type { Area } from '#shared/kernel/area.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { formatArea, formatMoney } from '../lib/format.ts';
import { parseArea, parseMoney } from '../lib/parse-amount.ts';
import styles from './fields.module.css';
import { type FieldProps, TypedInput } from './typed-input.tsx';

type MoneyInputProps = FieldProps<Fen> & {
  /** Shows the amount in capitals under the field, as papers carry it. */
  capitals?: boolean;
  /** Allows amounts below zero, for corrections. */
  signed?: boolean;
};

/** An amount in yuan, kept in fen. Takes `1.5万`, `=100*89.5` and full-width digits. */
export function MoneyInput({ capitals, signed, ...field }: MoneyInputProps) {
  const { t } = useTranslation('parts');
  const { value } = field;
  return (
    <div>
      <TypedInput
        {...field}
        className={styles.money}
        inputMode="decimal"
        aside={() => <span className={styles.suffix}>{t('form.money')}</span>}
        read={(text) => {
          const parsed = parseMoney(text);
          if ('problem' in parsed) return { problem: t(`form.${parsed.problem}`) };
          return parsed.value !== null && parsed.value < 0 && !signed ? { problem: t('form.moneyNegative') } : parsed;
        }}
        write={formatMoney}
      />
      {capitals && (
        <span className={styles.capitals} lang="zh-CN">
          {value !== null && value !== undefined && value > 0 ? capitalsOf(value) : ''}
        </span>
      )}
    </div>
  );
}

/** An area in square metres, kept in hundredths. */
export function AreaInput({ size, ...field }: FieldProps<Area> & { size?: 'xs' }) {
  const { t } = useTranslation('parts');
  return (
    <TypedInput
      {...field}
      {...(size === undefined ? {} : { size })}
      className={styles.money}
      inputMode="decimal"
      read={(text) => {
        const read = parseArea(text);
        return read === undefined ? { problem: t('form.areaInvalid') } : { value: read };
      }}
      write={formatArea}
    />
  );
}
