import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { agreementTones } from '#renderer/components/agreement-state.ts';
import { Loaded } from '#renderer/components/data-states.tsx';
import { FileList, useWantedFile } from '#renderer/components/file-list.tsx';
import { MissingFiles } from '#renderer/components/missing-files.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { RecordBody } from '#renderer/components/record-body.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { SignedScans } from '#renderer/components/signed-scans.tsx';
import { SigningList } from '#renderer/components/signing-list.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import { useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort, formatDateTimeShort } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { agreementStates, paperOfAgreement } from '#shared/domain/agreements/states.ts';
import type { AgreementDetail } from '../agreement-types.ts';
import styles from '../components/agreement.module.css';
import { ClausesDrawer, RefileDrawer } from '../components/agreement-drawers.tsx';
import { AgreementOriginals } from '../components/agreement-originals.tsx';
import { AmendmentsTable } from '../components/amendments-table.tsx';
import { SettlementTable } from '../components/settlement-table.tsx';
import { useAgreementActs } from '../hooks/use-agreement-acts.tsx';

/** One agreement about a signed contract: what it changes, its review, its paper, its signatures. */
export function AgreementScreen() {
  const agreementId = useRecordId('agreementId');
  const detail = useQuery(ask.agreements.detail({ agreementId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenAgreement key={agreementId} detail={found} />}
    </Loaded>
  );
}

const path = agreementStates.filter((state) => state !== 'dropped');

function OpenAgreement({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  const today = useToday();
  const [opened, setOpened] = useState<'clauses' | 'refile'>();
  const scans = useWantedFile();
  const acts = useAgreementActs(detail, { refile: () => setOpened('refile'), addScan: scans.want });
  const { row, contract, change, clauses, endReason } = detail;
  const go = (to: string) => void navigate({ to });
  const steps = path.map((state) => ({
    key: state,
    label: t(`states.${state}`),
    ...(state === 'draft' ? { note: formatDateShort(detail.draftedOn, today) } : {}),
    ...(state === 'inForce' && row.signedOn !== null ? { note: formatDateShort(row.signedOn, today) } : {}),
    ...(state === 'inForce' ? { final: true } : {}),
  }));
  const at = path.findIndex((state) => state === row.state);
  return (
    <Page
      header={
        <PageHeader
          title={row.number}
          state={
            <>
              <StatusBadge tone={agreementTones[row.state]}>{t(`states.${row.state}`)}</StatusBadge>
              {endReason !== '' && <Signal tone="plain">{t('endedBecause', { reason: endReason })}</Signal>}
            </>
          }
          sub={[
            t('numbered', { kind: t(`kinds.${row.kind}`), position: row.position }),
            t('of', { number: contract.number }),
            detail.unit,
            detail.buyers,
            t('draftedBy', { name: detail.draftedBy, draftedOn: detail.draftedOn }),
          ].join(' · ')}
          actions={
            <>
              <Button variant="default" onClick={() => go(`/contracts/changes/${change.id}`)}>
                {t('openChange')}
              </Button>
              <Button variant="default" onClick={() => go(`/contracts/contracts/${contract.id}`)}>
                {t('openContract')}
              </Button>
              <ActionBar can={detail.can} actions={acts.head} />
            </>
          }
        >
          {at >= 0 && <StatePath steps={steps} at={at} />}
        </PageHeader>
      }
    >
      <RecordBody
        label={row.number}
        sideLabel={t('review')}
        sideWidth={400}
        side={<AgreementSide detail={detail} review={acts.review} scans={scans} />}
      >
        {detail.money === null ? (
          <Section title={t('changes')} count={row.amendments.length} flush>
            <AmendmentsTable detail={detail} />
          </Section>
        ) : (
          <Section title={t('settlement.title')} flush>
            <SettlementTable money={detail.money} />
          </Section>
        )}
        <Section
          title={t('clauses')}
          count={clauses.length}
          aside={
            detail.can['edit'] === true && (
              <Button variant="subtle" size="compact-sm" onClick={() => setOpened('clauses')}>
                {t('editClauses')}
              </Button>
            )
          }
        >
          {clauses.length === 0 ? (
            <p className={styles.hint}>{t('noClauses')}</p>
          ) : (
            <ol className={styles.clauses}>
              {clauses.map((clause) => (
                <li key={clause}>{clause}</li>
              ))}
            </ol>
          )}
        </Section>
        <History detail={detail} />
      </RecordBody>
      {opened === 'clauses' && <ClausesDrawer detail={detail} onClose={() => setOpened(undefined)} />}
      {opened === 'refile' && <RefileDrawer detail={detail} onClose={() => setOpened(undefined)} onAdd={scans.want} />}
    </Page>
  );
}

type SideProps = {
  detail: AgreementDetail;
  review: ReturnType<typeof useAgreementActs>['review'];
  scans: ReturnType<typeof useWantedFile>;
};

/** The desk's half: review, signatures, paper, registry. */
function AgreementSide({ detail, review, scans }: SideProps) {
  const { t } = useTranslation('agreements');
  const today = useToday();
  const sign = useCommand(act.agreements.sign);
  const { may } = usePerson();
  const { row, version, copiesOutstanding } = detail;
  const open = row.state === 'draft' || row.state === 'inReview';
  const over = row.state === 'inForce' || row.state === 'dropped';
  const issuable = row.state === 'approved' || row.state === 'printed';
  return (
    <>
      <Section title={t('review')}>
        <div className={styles.stack}>
          {open && <ActionBar can={detail.can} actions={review} explain="inline" size="xs" />}
          {detail.review === null ? (
            <p className={styles.hint}>{t('reviewNone')}</p>
          ) : (
            <p>
              {t('reviewedBy', { name: detail.review.by, at: formatDateTimeShort(detail.review.at, today) })}
              {detail.review.opinion !== '' && ` · ${detail.review.opinion}`}
            </p>
          )}
        </div>
      </Section>
      <Section
        title={t('paper')}
        aside={copiesOutstanding > 0 && <Signal tone="seal">{t('copiesOut', { count: copiesOutstanding })}</Signal>}
      >
        <SubjectPapers
          noun="agreements"
          subjectId={row.id}
          kinds={over ? [] : [paperOfAgreement[row.kind]]}
          allowed={over || (issuable ? (detail.can['print'] ?? true) : { code: 'AGREEMENT_NOT_APPROVED' })}
        />
      </Section>
      {(row.state === 'printed' || row.state === 'inForce') && (
        <Section title={t('signing')}>
          {row.state === 'printed' && <p className={styles.hint}>{t('signingHint')}</p>}
          {row.state === 'printed' && <MissingFiles files={detail.files} step="signing" onAdd={scans.want} />}
          <SigningList
            signing={detail.signing}
            allowed={detail.can['sign']}
            pending={sign.pending}
            sealConsequence={t('signingHint')}
            onSign={(place) => sign.sendOrThrow({ agreementId: row.id, version, ...place })}
          />
        </Section>
      )}
      {row.state === 'inForce' && (
        <>
          <SignedScans noun="agreements" subjectId={row.id} kind={paperOfAgreement[row.kind]} />
          {may('custody.read') && <AgreementOriginals detail={detail} />}
        </>
      )}
      {row.state === 'inForce' && row.kind === 'supplement' && (
        <Section title={t('registry')}>
          <p className={styles.hint}>
            {row.refileBy === null
              ? t('refileNone')
              : row.refiledOn === null
                ? t('refileBy', { refileBy: row.refileBy })
                : t('refiled', { refiledOn: row.refiledOn, number: detail.refiledNumber })}
          </p>
        </Section>
      )}
      <FileList noun="agreements" subjectId={row.id} files={detail.files} wanted={scans.wanted} onAdd={scans.want} />
    </>
  );
}

function History({ detail: { history } }: { detail: AgreementDetail }) {
  const { t } = useTranslation('agreements');
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
