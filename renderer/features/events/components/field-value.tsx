import { useTranslation } from 'react-i18next';
import { formatArea, formatCount, formatDateTime, formatMoney, formatPercent } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { FieldKind } from '#shared/domain/events/fields.ts';
import { area } from '#shared/kernel/area.ts';
import { fen } from '#shared/kernel/money.ts';
import { wordOfValue } from '../words-of-values.ts';
import styles from './events.module.css';

/** A value as the log tells it. */
export type LoggedValue = string | number | boolean | null;

type FieldValueProps = { table: string; field: string; kind: FieldKind; value: LoggedValue };

/** A value of a record in the words of its own field: amounts as money, states as words, what is of a person covered. */
export function FieldValue({ table, field, kind, value }: FieldValueProps) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  if (value === null) return <span className={styles.nothing}>–</span>;
  const number = Number(value);
  switch (kind) {
    case 'erased':
    case 'masked':
    case 'secret':
      return <span className={styles.covered}>{t(`entry.${kind}`)}</span>;
    case 'money':
      return <span className={styles.number}>{formatMoney(fen(number))}</span>;
    case 'area':
      return <span className={styles.number}>{formatArea(area(number))} m²</span>;
    case 'length':
      return <span className={styles.number}>{formatArea(area(number))} m</span>;
    case 'ppm':
      return <span className={styles.number}>{formatPercent(number)}</span>;
    case 'instant':
      return <span className={styles.number}>{formatDateTime(number)}</span>;
    case 'number':
      return <span className={styles.number}>{formatCount(number)}</span>;
    case 'flag':
      return <>{t(value === true ? 'entry.yes' : 'entry.no')}</>;
    case 'word':
      return <>{wordOfValue(language, table, field, String(value))}</>;
    case 'list':
      return <code className={styles.list}>{String(value)}</code>;
    default:
      return <span className={styles.text}>{String(value)}</span>;
  }
}
