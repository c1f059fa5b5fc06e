import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { ask } from '#renderer/lib/office.ts';
import { BoxForm } from './box-form.tsx';
import styles from './custody.module.css';

/** One box: where it stands, what lies in it, and its label. */
export function BoxDrawer({ boxId, onClose }: { boxId: number; onClose: () => void }) {
  const { t } = useTranslation('custody');
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const found = useQuery(ask.custody.box({ boxId }));
  const box = found.data;
  if (changing && box !== undefined) return <BoxForm box={box} onClose={() => setChanging(false)} />;
  const title = t('boxTitle', { number: box?.number ?? '' });
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Loaded query={found} skeletonRows={4}>
        {({ room, shelf, used, capacity, note, contracts, can }) => (
          <div className={styles.fields}>
            <Facts
              items={[
                { key: 'room', label: t('room'), value: room },
                { key: 'shelf', label: t('shelf'), value: shelf },
                {
                  key: 'used',
                  label: t('used'),
                  value: <span className={styles.counts}>{`${used}/${capacity}`}</span>,
                },
                ...(note === '' ? [] : [{ key: 'note', label: t('note'), value: note }]),
              ]}
            />
            {can['change'] === true && (
              <div>
                <Button size="xs" variant="default" onClick={() => setChanging(true)}>
                  {t('editBox')}
                </Button>
              </div>
            )}
            <h3 className={styles.head}>{t('contents')}</h3>
            {contracts.length === 0 && <EmptyState title={t('contentsEmpty')} text={t('contentsEmptyText')} />}
            <ul className={styles.list}>
              {contracts.map(({ contractId, number, unit, buyers, copies, lent }) => (
                <li key={contractId} className={styles.line}>
                  <p>
                    {number}
                    <small>
                      {[unit, buyers, `${t('copies')} ${copies}`, lent > 0 ? `${t('copiesLent')} ${lent}` : '']
                        .filter((text) => text !== '')
                        .join(' · ')}
                    </small>
                  </p>
                  {unit !== '' && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      onClick={() => void navigate({ to: `/contracts/contracts/${contractId}` as string })}
                    >
                      {t('contract')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <h3 className={styles.head}>{t('label')}</h3>
            <SubjectPapers noun="archiveBoxes" subjectId={boxId} kinds={['boxLabel']} renews />
          </div>
        )}
      </Loaded>
    </SideDrawer>
  );
}
