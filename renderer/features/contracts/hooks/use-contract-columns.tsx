import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { ContractBadge } from '../components/contract-state.tsx';
import type { ContractListRow } from '../contract-types.ts';
import styles from '../screens/contracts.module.css';

/** Contracts whose day to sign still counts. */
const unsigned: readonly ContractListRow['state'][] = unsignedContractStates;

/** The columns of the list of contracts. */
export function useContractColumns(
  sums: { readonly price: Fen; readonly received: Fen } | undefined,
): readonly Column<ContractListRow>[] {
  const { t } = useTranslation('contracts');
  const { t: labels } = useTranslation('labels');
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 114, value: ({ number }) => number, fixed: true, foot: t('sum') },
      { id: 'unit', header: t('unit'), width: 104, value: ({ unit }) => unit },
      { id: 'buyers', header: t('buyers'), kind: 'person', width: 112, value: ({ buyers }) => buyers },
      {
        id: 'state',
        header: t('state'),
        width: 216,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state, review, openDefects }) => (
          <span className={styles.due}>
            <ContractBadge state={state} />
            {review !== null &&
              t('levelShort', { level: review.level, levels: review.levels, post: labels(`posts.${review.post}`) })}
            {state === 'draft' && openDefects > 0 && (
              <Signal tone="seal">{t('defectsOpen', { count: openDefects })}</Signal>
            )}
          </span>
        ),
      },
      { id: 'consultant', header: t('consultant'), kind: 'person', width: 76, value: (row) => row.consultant.name },
      {
        id: 'signBy',
        header: t('signBy'),
        kind: 'date',
        width: 160,
        value: ({ signBy }) => signBy,
        cell: ({ signBy, state }) => (
          <span className={styles.due}>
            {signBy}
            {unsigned.includes(state) && <DueSignal dueOn={signBy} soonDays={2} />}
          </span>
        ),
      },
      { id: 'signedOn', header: t('signedOn'), kind: 'date', width: 88, value: ({ signedOn }) => signedOn },
      {
        id: 'price',
        header: t('price'),
        kind: 'money',
        width: 114,
        value: ({ price }) => price,
        foot: <Money value={sums?.price ?? null} />,
      },
      {
        id: 'received',
        header: t('received'),
        kind: 'money',
        width: 110,
        value: ({ received }) => received,
        foot: <Money value={sums?.received ?? null} />,
      },
      { id: 'filingNumber', header: t('filingNumber'), width: 126, value: ({ filingNumber }) => filingNumber },
    ],
    [t, labels, sums],
  );
}
