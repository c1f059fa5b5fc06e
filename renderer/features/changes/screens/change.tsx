import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedFiles } from '#renderer/components/asked-files.tsx';
import { Attachments } from '#renderer/components/attachments.tsx';
import { ChangeFigures } from '#renderer/components/change-figures.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, ScrollArea, Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import { useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { reasonText } from '#shared/domain/changes/reasons.ts';
import type { ChangePage } from '../change-words.ts';
import { AgreementOfChange } from '../components/agreement-of-change.tsx';
import { ChangeHeader } from '../components/change-header.tsx';
import styles from '../components/change-page.module.css';

/** One change of a deal: what it moves, what is still open, who decides, and what happened to it. */
export function ChangeScreen() {
  const changeId = useRecordId('changeId');
  const page = useQuery(ask.changes.detail({ changeId }));
  return (
    <Loaded query={page} whole>
      {(found) => <OpenChange page={found} />}
    </Loaded>
  );
}

function OpenChange({ page }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const { row, simulation, people, papers, openPoints } = page;
  const open = row.state === 'pending' || row.state === 'returned' || row.state === 'approved';
  return (
    <Page header={<ChangeHeader page={page} />}>
      <div className={styles.columns}>
        <ScrollArea label={t('figures')}>
          <Section title={t('reason')}>
            <p className={styles.reason}>{reasonText(row.reason, page.reason)}</p>
          </Section>
          <ChangeFigures simulation={simulation} people={people} signers={page.signers} />
        </ScrollArea>
        <SidePanel width={400} label={t('path')} title={t('path')}>
          <Path page={page} />
          {open && <TargetKept page={page} />}
          {open && (
            <Section title={t('papers')} flush>
              {papers.length === 0 ? (
                <p className={styles.nothing}>{t('papersNone')}</p>
              ) : (
                <ul className={styles.lines}>
                  {papers.map(({ documentId, number, outside }) => (
                    <li key={documentId}>
                      <Link to={`/contracts/documents/${documentId}` as string}>{number}</Link>
                      {outside > 0 ? (
                        <Signal tone="amber">{t('outside', { count: outside })}</Signal>
                      ) : (
                        <Signal tone="ok">{t('allBack')}</Signal>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          )}
          {open && (
            <Section title={t('open')} count={openPoints.length} flush>
              {openPoints.length === 0 ? (
                <p className={styles.nothing}>{t('openNone')}</p>
              ) : (
                openPoints.map((refusal, index) => (
                  <div key={`${index} ${refusal.code}`} className={styles.check}>
                    <RefusalText refusal={refusal} />
                  </div>
                ))
              )}
            </Section>
          )}
          <AgreementOfChange page={page} />
          {page.files.length > 0 && (
            <Section title={t('files')}>
              <AskedFiles files={page.files} />
              <Attachments noun="changes" subjectId={row.id} kind="kinship" />
            </Section>
          )}
          <Section title={t('form')}>
            <SubjectPapers noun="changes" subjectId={row.id} kinds={['changeForm']} allowed={page.can['issueForm']} />
          </Section>
          <History page={page} />
        </SidePanel>
      </div>
    </Page>
  );
}

/** Who decides or has decided, with the way to the request. */
function Path({ page: { approval, row } }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  if (approval === null) return <p className={styles.nothing}>{t('pathNone')}</p>;
  const { id, state, requiredPost, expiresAt, decidedBy, decidedAt, opinion } = approval;
  return (
    <div className={styles.path}>
      {state === 'pending' && row.state === 'pending' ? (
        <p>
          {t('waits', { post: labels(`posts.${requiredPost}`) })}{' '}
          <small>{t('until', { at: formatDateTimeShort(expiresAt, today) })}</small>
        </p>
      ) : (
        <p>
          {labels(`approvalStates.${state}`)} {decidedBy}{' '}
          {decidedAt !== null && <small>{formatDateTimeShort(decidedAt, today)}</small>}
        </p>
      )}
      {opinion !== '' && <p>{opinion}</p>}
      <Link to={`/today/approvals/${id}` as string}>{t('openApproval')}</Link>
    </div>
  );
}

/** The other home of a room change, and until when it is kept for it. */
function TargetKept({ page: { target } }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const today = useToday();
  if (target === null) return null;
  const { unitId, unit, keptUntil } = target;
  return (
    <div className={styles.path}>
      <p>
        <Link to={`/sales/board?unit=${unitId}` as string}>{unit}</Link>{' '}
        <small>
          {keptUntil === null ? t('targetNotKept') : t('targetKept', { at: formatDateTimeShort(keptUntil, today) })}
        </small>
      </p>
    </div>
  );
}

function History({ page: { history } }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const { t: log } = useTranslation('events');
  return (
    <Section title={t('history')} count={history.length}>
      <Timeline
        label={t('history')}
        entries={history.map(({ seq, at, kind, actor, data }) => ({
          key: seq,
          seq,
          at,
          who: actor,
          ...actedFor(data),
          what: log(`kinds.${kind}`),
        }))}
      />
    </Section>
  );
}
