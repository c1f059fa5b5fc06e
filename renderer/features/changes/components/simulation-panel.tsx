import { useTranslation } from 'react-i18next';
import { ChangeFigures } from '#renderer/components/change-figures.tsx';
import { EmptyState, ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import type { Simulated } from '../change-words.ts';
import styles from './change-page.module.css';

type SimulationPanelProps = {
  /** False while there is nothing to reckon yet. */
  chosen: boolean;
  simulated: Simulated | undefined;
  reckoning: boolean;
  error: unknown;
  onRetry: () => void;
};

/** What a change comes to, who decides, and everything that stands in its way, while it is filled in. */
export function SimulationPanel({ chosen, simulated, reckoning, error, onRetry }: SimulationPanelProps) {
  const { t } = useTranslation('changes');
  return (
    // It scrolls, and has nothing to step on: the arrow keys reach what is below only where it can be stepped on itself.
    <aside className={styles.panel} aria-label={t('make.simulation')} aria-busy={reckoning} tabIndex={0}>
      {!chosen ? (
        <EmptyState title={t('make.simulation')} text={t('make.notChosen')} />
      ) : simulated === undefined ? (
        error === null || error === undefined ? (
          <RowsSkeleton rows={8} />
        ) : (
          <ErrorState error={error} onRetry={onRetry} />
        )
      ) : (
        <Reckoned simulated={simulated} reckoning={reckoning} />
      )}
    </aside>
  );
}

function Reckoned({ simulated, reckoning }: { simulated: Simulated; reckoning: boolean }) {
  const { t } = useTranslation('changes');
  const { t: labels } = useTranslation('labels');
  const { refusals, decidedBy, papers, simulation, people } = simulated;
  const outside = papers.filter(({ outside: copies }) => copies > 0);
  return (
    <>
      <Section
        title={t('make.simulation')}
        count={
          reckoning ? (
            <Signal tone="plain">{t('make.reckoning')}</Signal>
          ) : (
            refusals.length === 0 && (
              <Signal tone="ok">
                {decidedBy === null ? t('make.own') : t('make.decidedBy', { post: labels(`posts.${decidedBy}`) })}
              </Signal>
            )
          )
        }
        flush
      >
        <div role="status">
          {refusals.map((refusal, index) => (
            <div key={`${index} ${refusal.code}`} className={styles.check}>
              <RefusalText refusal={refusal} />
            </div>
          ))}
          {outside.length > 0 && (
            <div className={styles.check} data-tone="plain">
              <p>{t('make.outsideNote')}</p>
              {outside.map(({ documentId, number, outside: copies }) => (
                <p key={documentId}>
                  {number} · {t('outside', { count: copies })}
                </p>
              ))}
            </div>
          )}
        </div>
      </Section>
      <ChangeFigures simulation={simulation} people={people} />
    </>
  );
}
