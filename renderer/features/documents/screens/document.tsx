import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState, ErrorState, Loaded } from '#renderer/components/data-states.tsx';
import { Facts, Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import { useRecordedFile } from '#renderer/components/recorded-file.ts';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { ScanSet } from '#renderer/components/scan-set.tsx';
import { type Paper, PaperState } from '#renderer/components/subject-papers.tsx';
import { TakeBackDrawer } from '#renderer/components/take-back-drawer.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { useNow } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import type { PaperNoun } from '#shared/domain/documents/states.ts';
import { CopyHolders } from '../components/copy-holders.tsx';
import { LockedPaper } from '../components/locked-paper.tsx';
import { PaperCopies } from '../components/paper-copies.tsx';
import { PrintHistory } from '../components/print-history.tsx';
import { PrintPanel } from '../components/print-panel.tsx';
import { PaperSeals } from '../components/seal-uses.tsx';
import styles from './document.module.css';

/** A paper as it will come out of the printer, and the way there. */
export function DocumentScreen() {
  const documentId = useRecordId('documentId');
  const detail = useQuery(ask.documents.detail({ documentId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenPaper {...found} paper={found.document} />}
    </Loaded>
  );
}

type Detail = z.output<typeof documentsApi.detail.output>;
type OpenPaperProps = Pick<Detail, 'holders' | 'keeping'> & {
  paper: Paper;
  copies: Parameters<typeof PaperCopies>[0]['versions'];
  title: string;
  noun: PaperNoun;
  subjectId: number;
  openBlanks: readonly string[];
  differences: string | null;
  /** Of somebody who is anonymous or whose data are only kept: until when it is open after a reason. */
  kept: { openUntil: number | null } | null;
};

/** Where the record of a paper is opened. */
function recordOf(noun: PaperNoun, subjectId: number): string {
  const places: Readonly<Record<PaperNoun, string>> = {
    receipts: '/money',
    days: '/administration/days',
    customers: `/reception/customers/${subjectId}`,
    subjectRequests: '/administration/privacy',
    contracts: `/contracts/contracts/${subjectId}`,
    agreements: `/contracts/agreements/${subjectId}`,
    quotes: `/sales/quotes/${subjectId}`,
    subscriptions: `/contracts/subscriptions/${subjectId}`,
    bookings: '/sales/claims',
    changes: `/contracts/changes/${subjectId}`,
    buildings: '/sales/prices',
    projects: '/sales/project',
    controlChecks: `/sales/check/${subjectId}`,
    intents: '/sales/launches',
    launches: `/sales/launches/${subjectId}`,
    launchPicks: '/sales/launches',
    paymentLetters: '/money',
    handovers: '/contracts/archive',
    archiveBoxes: '/contracts/archive',
    rulings: '/reception/rulings',
  };
  return places[noun];
}

function OpenPaper(found: OpenPaperProps) {
  const { paper, copies, title, noun, subjectId, openBlanks, differences, kept, holders, keeping } = found;
  const { t } = useTranslation('documents');
  const { t: scans } = useTranslation('scans');
  const navigate = useNavigate();
  const now = useNow(kept === null ? undefined : 5_000);
  const locked = paper.erased || (kept !== null && (kept.openUntil === null || kept.openUntil <= now));
  const pages = useQuery({
    ...ask.documents.pages({ documentId: paper.id }),
    enabled: paper.pages !== null && !locked,
    ...(kept === null ? {} : { gcTime: 0 }),
  });
  const content = locked ? undefined : pages.data?.content;
  const bytes = useMemo(() => (content === undefined ? undefined : bytesOfBase64(content)), [content]);
  const standing = copies.find(({ documentId }) => documentId === paper.id)?.copies ?? [];
  const outside = standing.flatMap(({ copy, state }) => (state === 'good' || state === 'sent' ? [copy] : []));
  const [returning, setReturning] = useState(false);
  const voiding = useCommand(act.documents.void);
  const back = () => void navigate({ to: recordOf(noun, subjectId) });
  const person = usePerson();
  const keep = useRecordedFile();
  const save = async (): Promise<void> => {
    if (bytes === undefined) return;
    const filter = { kind: paper.kind, documentId: paper.id };
    await keep(
      { list: 'papers', title: `${title} ${paper.number}`, filter, columns: [], rows: 1, ids: [paper.id] },
      'pdf',
      async () => new Blob([bytes], { type: 'application/pdf' }),
    );
  };
  const askVoid = () =>
    confirmAct({
      title: t('voidTitle', { number: paper.number }),
      consequence: t('voidConsequence', { number: paper.number }),
      confirmLabel: t('void'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => voiding.sendOrThrow({ documentId: paper.id, version: paper.version, reason }),
    });
  const actions = (
    <>
      <Button variant="default" onClick={back}>
        {t(`toRecord.${noun}`)}
      </Button>
      {person.may('documents.export') && (
        <Button variant="default" disabled={bytes === undefined} onClick={() => void save()}>
          {t('savePdf')}
        </Button>
      )}
      <ActionBar
        can={paper.can}
        actions={[{ id: 'void', label: t('void'), look: 'danger', onRun: askVoid }]}
        size="sm"
      />
    </>
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('preview')}
          state={<PaperState state={paper.state} />}
          sub={`${paper.number} · ${title} · ${t('version', { version: paper.issueVersion })}`}
          actions={actions}
        />
      }
    >
      <div className={styles.body}>
        <div className={styles.pages}>
          {locked ? (
            <LockedPaper paper={paper} />
          ) : paper.pages === null ? (
            <Unsealed paper={paper} differences={differences} />
          ) : pages.isError ? (
            <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <PdfViewer key={paper.id} bytes={bytes} label={`${title} ${paper.number}`} />
          )}
        </div>
        <SidePanel label={t('print', { count: paper.copiesDue })} title={t('facts')}>
          <Section>
            <Facts
              items={[
                { label: t('number'), value: paper.number },
                { label: t('copies'), value: t('copiesOf', { due: paper.copiesDue, made: paper.copiesPrinted }) },
                ...(holders.length > 0 ? [{ label: t('goesTo'), value: <CopyHolders holders={holders} /> }] : []),
                { label: t('pages'), value: paper.pages === null ? '—' : t('pages', { count: paper.pages }) },
                {
                  label: t('issuedBy'),
                  value: (
                    <>
                      <DateTimeText at={paper.issuedAt} /> {paper.issuedBy}
                    </>
                  ),
                },
                { label: t('keeping'), value: t(`keepingRules.${keeping.rule}`, { ...keeping }) },
              ]}
            />
            {paper.state === 'voided' && <p>{t('voidedBecause', { reason: paper.voidReason })}</p>}
          </Section>
          {openBlanks.length > 0 && paper.state !== 'voided' && (
            <Section title={t('missing')} count={openBlanks.length}>
              <p className={styles.hint}>{t('missingText')}</p>
              <ul className={styles.missing} lang="zh-CN">
                {openBlanks.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('printer')}>
            <PrintPanel
              paper={paper}
              record={{ noun, subjectId }}
              out={outside}
              onSavePdf={bytes === undefined ? undefined : () => void save()}
            />
          </Section>
          {copies.length > 0 && (
            <Section title={t('eachCopy')}>
              <PaperCopies versions={copies} />
            </Section>
          )}
          {paper.state === 'issued' && !paper.erased && (
            <Section title={scans('set')}>
              <ScanSet documentId={paper.id} />
            </Section>
          )}
          <Section
            title={t('history')}
            count={paper.prints.length}
            aside={
              paper.can['takeBack'] === true && (
                <>
                  {t('outside', { count: paper.copiesOutside })}
                  <Button variant="subtle" size="compact-sm" onClick={() => setReturning(true)}>
                    {t('takeBack')}
                  </Button>
                </>
              )
            }
          >
            <PrintHistory number={paper.number} prints={paper.prints} />
          </Section>
          <PaperSeals paper={paper} />
        </SidePanel>
      </div>
      {returning && <TakeBackDrawer paper={paper} onClose={() => setReturning(false)} />}
    </Page>
  );
}

/** A paper whose pages are not there: being made, made but not what the records say, or voided before they were. */
function Unsealed({ paper, differences }: { paper: Paper; differences: string | null }) {
  const { t } = useTranslation('documents');
  const resume = useCommand(act.documents.resume);
  const voided = paper.state === 'voided';
  const { number } = paper;
  const differs =
    differences === null ? undefined : ({ code: 'PAPER_DIFFERS', params: { number, places: differences } } as const);
  const making = !voided && differs === undefined;
  return (
    <EmptyState
      title={t(differs === undefined ? `states.${paper.state}` : 'notSealed')}
      text={
        <>
          {voided && t('voidedBecause', { reason: paper.voidReason })}
          {differs && (
            <span role="alert">
              <RefusalText refusal={differs} />
            </span>
          )}
          {making && t('making')}
          {making && <Progress value={100} animated size="sm" mt={8} w={280} aria-label={t('making')} />}
          {resume.refusal && resume.refusal.code !== differs?.code && (
            <span role="alert">
              <RefusalText refusal={resume.refusal} />
            </span>
          )}
        </>
      }
      action={
        paper.can['resume'] === true && (
          <Button variant="default" loading={resume.pending} onClick={() => void resume.send({ documentId: paper.id })}>
            {t('resume')}
          </Button>
        )
      }
    />
  );
}
