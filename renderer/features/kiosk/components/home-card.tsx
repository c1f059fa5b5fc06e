import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PlanPicture } from '#renderer/components/plan-picture.tsx';
import { formatArea, formatMoney } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
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
      <HomePlan key={home.id} home={home} />
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

/** The drawing of the home's house type, where the office has one. */
function HomePlan({ home }: { home: Home }) {
  const { t } = useTranslation('kiosk');
  const plan = useQuery({ ...ask.kiosk.plan({ unitId: home.id }), staleTime: Number.POSITIVE_INFINITY });
  // It belongs to the home and keeps its place: the facts below don't jump when it comes.
  return (
    <div className={styles.plan}>
      {plan.data ? (
        <PlanPicture picture={plan.data} label={t('planOf', { houseType: home.houseType })} width={300} />
      ) : (
        plan.isFetched && <p>{t('noPlan')}</p>
      )}
    </div>
  );
}
