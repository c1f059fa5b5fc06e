import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { PanelBlock } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { ask } from '#renderer/lib/office.ts';
import { useThumbnails } from '../hooks/use-thumbnails.ts';
import type { ScanPage } from '../scan-types.ts';
import styles from './scans-screen.module.css';

/** The pages of a stack in the order of the scanner, each with where it went. */
export function StackPages({ stackId }: { stackId: number }) {
  const stack = useQuery(ask.scans.stack({ stackId }));
  return (
    <PanelBlock>
      <Loaded query={stack}>{({ pages }) => <Pages pages={pages} />}</Loaded>
    </PanelBlock>
  );
}

function Pages({ pages }: { pages: readonly ScanPage[] }) {
  const { t } = useTranslation('scans');
  const navigate = useNavigate();
  const thumbnails = useThumbnails(pages);
  return (
    <ul className={styles.waiting}>
      {pages.map(({ id, position, paper, page, code, state, outcome }) => {
        const picture = thumbnails.get(id);
        return (
          <li key={id} className={styles.line}>
            <span className={styles.thumb}>{picture !== undefined && <img src={picture} alt="" />}</span>
            <div className={styles.what}>
              <p className={styles.head}>
                <Signal tone={state === 'filed' ? 'ok' : state === 'waiting' ? 'amber' : 'plain'}>
                  {t(state === 'filed' || state === 'waiting' ? `outcomes.${outcome}` : `states.${state}`)}
                </Signal>
                {paper !== null && page !== null ? (
                  <b>{t('at', { number: paper.number, page })}</b>
                ) : (
                  code !== null && <b>{t('codeSays', code)}</b>
                )}
              </p>
              {paper !== null && <p>{paper.title}</p>}
              <small>{t('place', { position })}</small>
            </div>
            {state === 'filed' && paper !== null && page !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() =>
                  void navigate({
                    to: `/contracts/documents/${paper.documentId}/scans` as string,
                    search: { page } as never,
                  })
                }
              >
                {t('open')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
