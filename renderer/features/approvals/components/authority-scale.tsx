import { useTranslation } from 'react-i18next';
import { type ApprovalPage, roundPpm } from '../approval-words.ts';
import styles from './approval-page.module.css';

type Price = NonNullable<ApprovalPage['price']>;

/** The scale of authority from the list price down, with a tick where the ask lies. */
export function AuthorityScale({ price }: { price: Price }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const { bands, band: at, share } = price.scale;
  const here = bands[at];
  const label =
    here === undefined
      ? ''
      : here.belowFloor
        ? t('scaleFloor', { post: labels(`posts.${here.post}`) })
        : t('scaleLabel', { ratePpm: price.belowListPpm, post: labels(`posts.${here.post}`) });
  return (
    <div className={styles.scale} role="img" aria-label={label}>
      <div className={styles.bands} aria-hidden="true">
        {bands.map((band, index) => (
          <span key={`${band.post} ${band.fromPpm}`} data-at={index === at || undefined} />
        ))}
        <i style={{ left: `${((at + share) / bands.length) * 100}%` }} />
      </div>
      <div className={styles.bandNames} aria-hidden="true">
        {bands.map((band, index) => {
          const post = labels(`posts.${band.post}`);
          return (
            <span key={`${band.post} ${band.fromPpm}`} data-at={index === at || undefined}>
              {band.belowFloor
                ? t('bandFloor', { post })
                : band.toPpm === null
                  ? t('bandBeyond', { post })
                  : t('bandTo', { post, ratePpm: roundPpm(band.toPpm) })}
            </span>
          );
        })}
      </div>
    </div>
  );
}
