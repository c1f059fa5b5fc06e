import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { dueSign } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { useStepName } from '#renderer/lib/step-name.ts';
import type { CaseRow } from '../case-list.ts';
import { CaseActs } from './case-acts.tsx';
import { CaseFacts } from './case-facts.tsx';
import styles from './cases.module.css';
import { Checklist, countPapers } from './checklist.tsx';

/** The case that is chosen in the list: its loan, its papers, what may be done. */
export function CasePanel({ caseId }: { caseId: number | undefined }) {
  const { t } = useTranslation('cases');
  if (caseId === undefined)
    return (
      <SidePanel label={t('checklist')} title={t('checklist')}>
        <EmptyState title={t('noneChosen')} text={t('noneChosenText')} />
      </SidePanel>
    );
  return <ChosenCase caseId={caseId} />;
}

function ChosenCase({ caseId }: { caseId: number }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const detail = useQuery(ask.cases.detail({ caseId }));
  const row = detail.data?.row;
  const counted = countPapers(detail.data?.papers ?? []);
  return (
    <SidePanel
      label={t('checklist')}
      title={row === undefined ? t('checklist') : `${row.buyer} ${row.unit}`}
      state={row && <StepSignal row={row} />}
      foot={detail.data && <CaseActs detail={detail.data} explain="inline" />}
    >
      <Loaded query={detail}>
        {(found) => (
          <>
            <PanelBlock>
              <CaseFacts row={found.row} />
            </PanelBlock>
            <Section
              title={t('checklist')}
              count={t('checklistCount', counted)}
              aside={
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => void navigate({ to: `/warrants/cases/${caseId}` as string })}
                >
                  {t('openPage')}
                </Button>
              }
              flush
            >
              <Checklist detail={found} />
            </Section>
            {found.row.note !== '' && <p className={styles.note}>{found.row.note}</p>}
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

/** The step of a case with the days it has left. */
export function StepSignal({ row }: { row: CaseRow }) {
  const { t } = useTranslation('cases');
  const nameOf = useStepName();
  const sign = dueSign(row.dueOn, useToday(), useLanguage(), 3);
  if (row.state === 'done' || row.state === 'cancelled')
    return <Signal tone={row.state === 'done' ? 'ok' : 'plain'}>{t(`states.${row.state}`)}</Signal>;
  return (
    <Signal tone={sign.tone} solid={sign.tone === 'seal'}>
      {row.state === 'returned' ? t('states.returned') : nameOf(row.step, row.stepName)} {sign.text}
    </Signal>
  );
}
