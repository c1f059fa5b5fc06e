import { useTranslation } from 'react-i18next';
import { useThumbnails } from '../hooks/use-thumbnails.ts';
import type { PaperScans } from '../scan-types.ts';
import styles from './scans-screen.module.css';

type PageStripProps = { set: PaperScans; current: number; onShow: (page: number) => void };

/** The pages of a paper as small pictures of their scans; a missing one is an empty frame. */
export function PageStrip({ set: { paper, filed }, current, onShow }: PageStripProps) {
  const { t } = useTranslation('scans');
  const thumbnails = useThumbnails(filed);
  return (
    <nav className={styles.strip} aria-label={t('set')}>
      {Array.from({ length: paper.pages ?? 0 }, (_unused, index) => index + 1).map((page) => {
        const scan = filed.find((one) => one.page === page);
        const picture = scan && thumbnails.get(scan.id);
        return (
          <button
            key={page}
            type="button"
            className={styles.tile}
            data-missing={scan === undefined || undefined}
            aria-current={page === current ? 'page' : undefined}
            aria-label={t(scan === undefined ? 'missingPage' : 'pageName', { page })}
            onClick={() => onShow(page)}
          >
            <span className={styles.thumb}>{picture !== undefined && <img src={picture} alt="" />}</span>
            <span aria-hidden="true">{page}</span>
          </button>
        );
      })}
    </nav>
  );
}
