import { useTranslation } from 'react-i18next';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { formatMoney } from '../lib/format.ts';
import { parseMoney } from '../lib/parse-amount.ts';
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
