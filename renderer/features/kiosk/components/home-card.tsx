import { useTranslation } from 'react-i18next';
import { formatArea, formatMoney } from '#renderer/lib/format.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { type Board, type Home, usePriceText } from '../price-text.ts';
import styles from './home-card.module.css';
import kiosk from './kiosk.module.css';

type HomeCardProps = { home: Home | undefined; building: Board['buildings'][number]; onClose: () => void };

/** One home in full: what is published of it, and no more. Its place stands empty from the beginning, so nothing moves. */
export function HomeCard({ home, building, onClose }: HomeCardProps) {
  const { t } = useTranslation('kiosk');
  const { t: labels } = useTranslation('labels');
  const priceText = usePriceText();
  if (home === undefined)
    return (
      <aside className={styles.card} data-empty>
        {t('touch')}
      </aside>
    );
  const facts: readonly (readonly [string, string])[] = [
    [t('facts.use'), labels(`unitUses.${home.use}`)],
    [t('facts.houseType'), home.houseType],
    [t('facts.orientation'), home.orientation],
    [t('facts.builtArea'), `${formatArea(home.builtArea)} ㎡`],
    [t('facts.innerArea'), home.innerArea === null ? '' : `${formatArea(home.innerArea)} ㎡`],
    [t('facts.unitPrice'), home.unitPrice === null ? '' : t('perSquare', { price: formatMoney(home.unitPrice) })],
    [t('facts.total'), t('yuan', { price: formatMoney(home.listPrice) })],
  ];
  return (
    <aside className={styles.card}>
      <header>
        <h2>{unitLabel({ building: building.name, ...home })}</h2>
        <em data-state={home.state}>{t(`states.${home.state}`)}</em>
      </header>
      <strong>{priceText(home.listPrice)}</strong>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <button type="button" className={kiosk.quiet} onClick={onClose}>
        {t('close')}
      </button>
    </aside>
  );
}
