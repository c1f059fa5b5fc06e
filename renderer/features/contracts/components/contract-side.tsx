import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionSpec } from '#renderer/components/action-bar.tsx';
import { ConditionsList } from '#renderer/components/conditions-list.tsx';
import { FileList, type useWantedFile } from '#renderer/components/file-list.tsx';
import { Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { SignedScans } from '#renderer/components/signed-scans.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { refusalFor } from '#renderer/lib/can.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import type { ContractDetail } from '../contract-types.ts';
import { OriginalsPanel } from '../custody/components/originals-panel.tsx';
import type { Remedy } from '../remedies.ts';
import { CheckPanel } from './check-panel.tsx';
import { CityPanel } from './city-panel.tsx';
import panel from './contract-panel.module.css';
import { DefectsPanel } from './defects-panel.tsx';
import { SigningPanel } from './signing-panel.tsx';

type ContractSideProps = {
  detail: ContractDetail;
  review: readonly ActionSpec<string>[];
  onFix: ((remedy: Remedy) => void) | undefined;
  scans: ReturnType<typeof useWantedFile>;
};

/** The desk's half of a contract: its review beside the cause of a refusal, check, defects, signatures, papers. */
export function ContractSide({ detail, review, onFix, scans }: ContractSideProps) {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  const { t: approvals } = useTranslation('approvals');
  const { t: custody } = useTranslation('custody');
  const { may } = usePerson();
  const { row, draft, preflight, defects, copiesOutstanding, conditions } = detail;
  const unsigned = row.signedOn === null && row.state !== 'superseded' && row.state !== 'terminated';
  const openDefects = defects.filter(({ state }) => state === 'open').length;
  const printed = row.state !== 'draft' && row.state !== 'inReview' && row.state !== 'superseded';
  const oldPaper = refusalFor(detail.can, 'issue');
  const printing = detail.can['print'] ?? (printed ? (true as const) : { code: 'CONTRACT_NOT_APPROVED' as const });
  const originals = useQuery({
    ...ask.custody.ofContract({ contractId: row.id }),
    enabled: row.signedOn !== null && may('custody.read'),
  });
  const mayIssue = may('documents.issue') || ({ code: 'FORBIDDEN' } as const);
  const kinds: DocumentKindName[] = [
    ...(oldPaper === undefined ? (['saleContract', 'netSigningSheet'] as const) : []),
    ...((originals.data?.copies.length ?? 0) > 0 ? (['custodyRegister'] as const) : []),
  ];
  const signs = row.state === 'printed' || row.signedOn !== null;
  return (
    <>
      {unsigned && (
        <Section title={t('review')} aside={<ReviewPlace detail={detail} />}>
          <ActionBar can={detail.can} actions={review} explain="inline" size="xs" />
          {detail.review.given.length > 0 && <ReviewsGiven detail={detail} />}
        </Section>
      )}
      {conditions.length > 0 && (
        <Section title={approvals('conditions.title')}>
          <ConditionsList conditions={conditions} />
        </Section>
      )}
      {signs && (
        <Section title={t('signing')}>
          {unsigned && <p className={panel.hint}>{t('signingHint')}</p>}
          <SigningPanel detail={detail} onAdd={scans.want} />
        </Section>
      )}
      {row.signedOn !== null && <SignedScans noun="contracts" subjectId={row.id} kind="saleContract" />}
      {row.signedOn !== null && (
        <Section title={t('city.title')}>
          <CityPanel detail={detail} />
        </Section>
      )}
      {row.signedOn !== null && may('custody.read') && (
        <Section title={custody('originals')}>
          <OriginalsPanel contractId={row.id} number={row.number} />
        </Section>
      )}
      {unsigned && (
        <Section
          title={t('check')}
          count={t('checkCount', { count: preflight.checked })}
          aside={
            preflight.open.length > 0 && <Signal tone="seal">{t('checkOpen', { count: preflight.open.length })}</Signal>
          }
        >
          <CheckPanel preflight={preflight} draft={draft} text={detail.text} onFix={onFix} />
        </Section>
      )}
      {defects.length > 0 && (
        <Section title={t('defects')} count={t('defectsCount', { open: openDefects, all: defects.length })}>
          <DefectsPanel detail={detail} onFix={onFix} />
        </Section>
      )}
      <Section
        title={t('files')}
        aside={copiesOutstanding > 0 && <Signal tone="seal">{t('copiesOut', { count: copiesOutstanding })}</Signal>}
      >
        <div className={panel.papers}>
          <SubjectPapers
            noun="contracts"
            subjectId={row.id}
            kinds={kinds}
            renews={['custodyRegister']}
            allowed={(kind) => (kind === 'custodyRegister' ? mayIssue : printing)}
          />
          {oldPaper && <RefusalText refusal={oldPaper} />}
          {unsigned && (
            <div>
              <Button
                variant="default"
                size="xs"
                onClick={() => void navigate({ to: `/contracts/contracts/${row.id}/preview` as string })}
              >
                {t('preview')}
              </Button>
            </div>
          )}
        </div>
      </Section>
      <FileList noun="contracts" subjectId={row.id} files={detail.files} wanted={scans.wanted} onAdd={scans.want} />
    </>
  );
}

/** Where the review stands, in words. */
function ReviewPlace({ detail: { row, review } }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { t: labels } = useTranslation('labels');
  const { round } = review;
  if (row.review !== null) {
    const { level, levels, post } = row.review;
    return t('reviewAt', { round, level, levels, post: labels(`posts.${post}`) });
  }
  if (round === 0) return t('reviewNone');
  return t(row.state === 'draft' ? 'reviewBack' : 'reviewOver', { round });
}

/** What each reviewer of the present round said. */
function ReviewsGiven({ detail: { review } }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  return (
    <ul className={panel.list}>
      {review.given
        .filter(({ round }) => round === review.round)
        .map(({ level, reviewer, verdict, opinion }) => (
          <li key={level} className={panel.line}>
            <span>{level}</span>
            <p>
              {reviewer}
              {opinion !== '' && <small>{opinion}</small>}
            </p>
            <Signal tone={verdict === 'passed' ? 'ok' : 'amber'}>{t(verdict)}</Signal>
          </li>
        ))}
    </ul>
  );
}
