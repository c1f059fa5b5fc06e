import { useTranslation } from 'react-i18next';
import type { ApprovalConditions } from '#shared/domain/approvals/conditions.ts';
import styles from './conditions-list.module.css';

type ConditionsListProps = {
  /** What each approval was tied to, and by whom. */
  conditions: readonly (ApprovalConditions & { readonly by: string })[];
};

/** What a deal was approved on condition of. */
export function ConditionsList({ conditions }: ConditionsListProps) {
  const { t } = useTranslation('approvals');
  return (
    <ul className={styles.list}>
      {conditions.flatMap(({ by, signBy, depositBy, firstPaymentBy, planKept, noFurtherDiscount, text }, index) => {
        const lines = [
          ...(signBy === null ? [] : [t('conditions.signBy', { signBy })]),
          ...(depositBy === null ? [] : [t('conditions.depositBy', { depositBy })]),
          ...(firstPaymentBy === null ? [] : [t('conditions.firstPaymentBy', { firstPaymentBy })]),
          ...(planKept ? [t('conditions.planKept')] : []),
          ...(noFurtherDiscount ? [t('conditions.noFurtherDiscount')] : []),
          ...(text === '' ? [] : [`${text} · ${t('conditions.byPeople')}`]),
        ];
        return lines.map((line) => (
          <li key={`${index} ${line}`}>
            {line} <small>{by}</small>
          </li>
        ));
      })}
    </ul>
  );
}
