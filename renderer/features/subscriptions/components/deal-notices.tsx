import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { type DealNoticeKind, dealNoticeKinds } from '#shared/domain/subscriptions/notices.ts';
import styles from '../screens/subscription.module.css';
import { ServeNoticeDrawer } from './serve-notice-drawer.tsx';

/** The notices of a deal as the page asks for them. */
export type Notices = z.output<typeof subscriptions.notices.output>;
type Notice = Notices['notices'][number];

/** The notices to the buyers of a deal: to sign, and of termination, each with its paper and the proof of its service. */
export function DealNotices({ subscriptionId }: { subscriptionId: number }) {
  const { t } = useTranslation('subscriptions');
  const [serving, setServing] = useState<Notice>();
  const notices = useQuery(ask.subscriptions.notices({ subscriptionId })).data;
  const issue = useCommand(act.subscriptions.issueNotice);
  if (notices === undefined) return null;
  const open = dealNoticeKinds.filter((kind) => notices.can[kind] === true);
  if (notices.notices.length === 0 && open.length === 0) return <p className={styles.note}>{t('notices.none')}</p>;
  return (
    <div className={styles.notices}>
      {notices.notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} subscriptionId={subscriptionId} onServe={() => setServing(notice)} />
      ))}
      {notices.terminationEndsOn !== null && (
        <p>
          {t('notices.running', { untilOn: notices.terminationEndsOn })}{' '}
          <DueSignal dueOn={notices.terminationEndsOn} soonDays={3} />
        </p>
      )}
      {notices.terminationOver && <Signal tone="seal">{t('notices.over')}</Signal>}
      <span className={styles.noticeActs}>
        {open.map((kind: DealNoticeKind) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            loading={issue.pending}
            onClick={() => void issue.send({ subscriptionId, kind })}
          >
            {t(`notices.issue.${kind}`)}
          </Button>
        ))}
      </span>
      {issue.refusal && (
        <div role="alert">
          <RefusalText refusal={issue.refusal} />
        </div>
      )}
      {serving !== undefined && <ServeNoticeDrawer notice={serving} onClose={() => setServing(undefined)} />}
    </div>
  );
}

type NoticeRowProps = { notice: Notice; subscriptionId: number; onServe: () => void };

function NoticeRow({ notice, subscriptionId, onServe }: NoticeRowProps) {
  const { t } = useTranslation('subscriptions');
  const navigate = useNavigate();
  const { may } = usePerson();
  const paper = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  const { kind, number, writtenOn, writtenBy, servedOn, method, trackingNo, holds } = notice;
  return (
    <div className={styles.notice}>
      <b>{t(`notices.kinds.${kind}`)}</b> {number}
      <span className={styles.noticeText}>
        {t('notices.issued', { writtenOn, writtenBy })}
        {servedOn === null || method === null ? (
          <>
            {' '}
            <Signal tone={holds ? 'amber' : 'plain'}>{t(holds ? 'notices.notServed' : 'notices.moot')}</Signal>
          </>
        ) : (
          <>
            {' · '}
            <DateText day={servedOn} /> {t(`notices.methods.${method}`)} {trackingNo}
          </>
        )}
      </span>
      {holds && (
        <span className={styles.noticeActs}>
          {may('documents.issue') && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={paper.pending}
              aria-label={t('notices.paperOf', { number })}
              onClick={() => void paper.send({ kind, subjectId: subscriptionId })}
            >
              {t('notices.paper')}
            </Button>
          )}
          {servedOn === null && may('subscriptions.write') && (
            <Button variant="subtle" size="compact-sm" aria-label={t('notices.serveOf', { number })} onClick={onServe}>
              {t('notices.serve')}
            </Button>
          )}
        </span>
      )}
      {paper.refusal && (
        <div role="alert">
          <RefusalText refusal={paper.refusal} />
        </div>
      )}
    </div>
  );
}
