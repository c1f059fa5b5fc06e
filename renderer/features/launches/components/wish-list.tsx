import { useTranslation } from 'react-i18next';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { formatArea, formatMoney } from '#renderer/lib/format.ts';
import type { OfferedHome } from '../hooks/use-offered-homes.ts';
import styles from './launch-day.module.css';

type WishListProps = {
  homes: readonly OfferedHome[];
  labelOf: (home: OfferedHome) => string;
  chosen: number | undefined;
  onChoose: (unitId: number) => void;
};

/** The homes that were wished for, in the customer's order; the digit before each chooses it. */
export function WishList({ homes, labelOf, chosen, onChoose }: WishListProps) {
  const { t } = useTranslation('launchDay');
  if (homes.length === 0) return <p className={styles.refusal}>{t('noWishes')}</p>;
  return (
    <ol className={styles.wishes} aria-label={t('wishes')}>
      {homes.map((home, index) => (
        <li key={home.id}>
          <button type="button" aria-pressed={home.id === chosen} onClick={() => onChoose(home.id)}>
            <kbd>{index + 1}</kbd>
            <span>
              <b>{labelOf(home)}</b>
              <small>
                {[home.houseType, `${formatArea(home.builtArea)} ㎡`].filter((part) => part !== '').join(' · ')}
              </small>
              {home.listPrice !== null && <small>{formatMoney(home.listPrice)}</small>}
            </span>
            <UnitStateBadge state={home.state} />
          </button>
        </li>
      ))}
    </ol>
  );
}
