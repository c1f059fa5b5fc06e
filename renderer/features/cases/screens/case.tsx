import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { ListBody } from '#renderer/components/list-body.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import { useRecordId } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { useStepName } from '#renderer/lib/step-name.ts';
import { casePaperKinds, caseSteps } from '#shared/domain/cases/states.ts';
import { cases as words } from '#shared/i18n/zh-CN/cases.ts';
import type { CaseDetail } from '../case-list.ts';
import { CaseActs } from '../components/case-acts.tsx';
import { CaseFacts } from '../components/case-facts.tsx';
import { StepSignal } from '../components/case-panel.tsx';
import styles from '../components/cases.module.css';
import { Checklist, countPapers } from '../components/checklist.tsx';

/** One case: where it stands among its steps, its papers, everything that happened, and what may be done. */
export function CaseScreen() {
  const caseId = useRecordId('caseId');
  const detail = useQuery(ask.cases.detail({ caseId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenCase detail={found} />}
    </Loaded>
  );
}

function OpenCase({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { row, steps, at, papers } = detail;
  const nameOf = useStepName();
  return (
    <Page
      header={
        <PageHeader
          title={`${t(`kinds.${row.kind}`)} · ${row.unit}`}
          state={<StepSignal row={row} />}
          sub={row.buyer}
          actions={<CaseActs detail={detail} explain="tooltip" />}
        >
          <StatePath
            steps={steps.map(({ step, name, limitDays }, index) => ({
              key: step,
              label: nameOf(step, name),
              note: t('stageLimitOnly', { days: limitDays }),
              final: index === steps.length - 1,
            }))}
            at={at}
          />
        </PageHeader>
      }
    >
      <ListBody>
        <ScrollArea label={t('checklist')}>
          <Section title={t('checklist')} count={t('checklistCount', countPapers(papers))} flush>
            <Checklist detail={detail} />
          </Section>
        </ScrollArea>
        <aside className={styles.side} aria-label={t('where')}>
          <Section
            title={t('where')}
            aside={
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void navigate({ to: `/contracts/subscriptions/${row.subscriptionId}` as string })}
              >
                {row.contract === '' ? row.unit : row.contract}
              </Button>
            }
          >
            <CaseFacts row={row} />
          </Section>
          {row.note !== '' && <Section title={t('lastNote')}>{row.note}</Section>}
          <Section title={t('history')} count={detail.history.length}>
            <CaseHistory history={detail.history} />
          </Section>
        </aside>
      </ListBody>
    </Page>
  );
}

type Kind = keyof typeof words.events;

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(words.events, kind);
}

function CaseHistory({ history }: { history: CaseDetail['history'] }) {
  const { t } = useTranslation('cases');
  const nameOf = useStepName();
  const told = (data: Readonly<Record<string, unknown>>) => {
    const step = caseSteps.find((one) => one === data['step']);
    const paper = casePaperKinds.find((one) => one === data['paper']);
    const number = (value: unknown) => (typeof value === 'number' ? value : 0);
    return {
      step: step === undefined ? '' : nameOf(step, typeof data['stepName'] === 'string' ? data['stepName'] : ''),
      paper: paper === undefined ? '' : t(`papers.${paper}`),
      got: number(data['got']),
      needed: number(data['needed']),
      person: typeof data['person'] === 'string' ? data['person'] : '',
    };
  };
  return (
    <Timeline
      label={t('history')}
      entries={history.map(({ seq, at, kind, actor, data }) => {
        const reason = data['reason'];
        return {
          key: seq,
          seq,
          at,
          who: actor,
          ...actedFor(data),
          what: isKind(kind) ? t(`events.${kind}`, told(data)) : kind,
          ...(typeof reason === 'string' ? { note: reason } : {}),
          ...(kind === 'caseReturned' ? { tone: 'seal' as const } : kind === 'caseDone' ? { tone: 'ok' as const } : {}),
        };
      })}
    />
  );
}
