import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ApprovalConditions } from '#shared/domain/approvals/conditions.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ApprovalPage } from '../approval-words.ts';
import styles from './approval-page.module.css';

/** Opinion, consequence and the buttons; once decided, who decided what and why. */
export function Decision({ page, conditions }: { page: ApprovalPage; conditions: ApprovalConditions }) {
  const { t } = useTranslation('approvals');
  const today = useToday();
  const { approval, decidedBy, decidedAt, opinion } = page;
  if (approval.state === 'pending') return <OpenDecision page={page} conditions={conditions} />;
  return (
    <div className={styles.decision}>
      <p>
        {decidedBy === null || decidedAt === null
          ? t(`done.${approval.state}`)
          : t('decided', {
              name: decidedBy.name,
              at: formatDateTimeShort(decidedAt, today),
              state: t(`done.${approval.state}`),
            })}
      </p>
      {opinion !== '' && <p className={styles.consequence}>{opinion}</p>}
    </div>
  );
}

function OpenDecision({ page, conditions }: { page: ApprovalPage; conditions: ApprovalConditions }) {
  const { t } = useTranslation('approvals');
  const [opinion, setOpinion] = useState('');
  const tell = ({ state }: { state: ApprovalPage['approval']['state'] }) =>
    notifications.show({ message: `${page.approval.title} ${t(`done.${state}`)}` });
  const decide = useCommand(act.approvals.decide, { onDone: tell });
  const withdraw = useCommand(act.approvals.withdraw, { onDone: tell });
  const { approval, version, can } = page;
  const target = { approvalId: approval.id, version };
  const own = can['withdraw'] === true;
  const field = useRef<HTMLTextAreaElement>(null);
  // Where nobody stands above, or every level decides in turn, there is nothing to pass up.
  const { passUp } = can;
  const canPassUp = passUp === true || (passUp !== undefined && passUp.code !== 'APPROVAL_NO_HIGHER_POST');
  // Where nothing can be corrected, a request that is not agreed to ends.
  const { sendBack } = can;
  const canSendBack = sendBack === true || (sendBack !== undefined && sendBack.code !== 'APPROVAL_NOT_CORRECTABLE');
  const answer = async (decision: 'approve' | 'passUp' | 'sendBack' | 'reject'): Promise<void> => {
    const answered = await decide.send({
      ...target,
      decision,
      opinion,
      ...(decision === 'approve' ? { conditions } : {}),
    });
    if (answered === undefined) field.current?.focus();
  };
  const askWithdraw = () =>
    confirmAct({
      title: t('withdraw'),
      consequence: t('withdrawConsequence', { title: approval.title, unit: approval.unit ?? approval.title }),
      confirmLabel: t('withdraw'),
      danger: true,
      onConfirm: () => withdraw.sendOrThrow(target),
    });
  const priced = approval.measure === 'ppmBelowList' && approval.amount > 0;
  return (
    <div className={styles.decision}>
      {!own && (
        <Textarea
          ref={field}
          label={t('opinion')}
          placeholder={t('opinionHint')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={500}
          value={opinion}
          error={decide.refusal?.code === 'APPROVAL_OPINION_MISSING'}
          onChange={(event) => {
            setOpinion(event.currentTarget.value);
            decide.reset();
          }}
        />
      )}
      <Consequence page={page} signBy={conditions.signBy} />
      {decide.refusal !== undefined && (
        <div role="alert" className={styles.refusal}>
          <RefusalText refusal={decide.refusal} />
        </div>
      )}
      <div className={styles.actions}>
        <ActionBar
          size="md"
          can={own ? { withdraw: true, approve: can['approve'] ?? true } : can}
          actions={[
            {
              id: 'approve',
              label: priced ? t('approveRate', { ratePpm: approval.amount }) : t('approve'),
              look: 'primary',
              busy: decide.pending,
              hotkey: 'Ctrl+Enter',
              onRun: () => void answer('approve'),
            },
            ...(own
              ? [{ id: 'withdraw' as const, label: t('withdraw'), look: 'danger' as const, onRun: askWithdraw }]
              : [
                  ...(canPassUp
                    ? [
                        {
                          id: 'passUp' as const,
                          label: t('passUp'),
                          busy: decide.pending,
                          onRun: () => void answer('passUp'),
                        },
                      ]
                    : []),
                  ...(canSendBack
                    ? [
                        {
                          id: 'sendBack' as const,
                          label: t('sendBack'),
                          busy: decide.pending,
                          onRun: () => void answer('sendBack'),
                        },
                      ]
                    : []),
                  {
                    id: 'reject' as const,
                    label: t('reject'),
                    look: 'danger' as const,
                    busy: decide.pending,
                    onRun: () => void answer('reject'),
                  },
                ]),
          ]}
        />
      </div>
    </div>
  );
}

function Consequence({
  page: { approval, change, deal, price, ladder },
  signBy,
}: {
  page: ApprovalPage;
  signBy: LocalDate | null;
}) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const next = ladder.rungs.find(({ status }) => status === 'waiting');
  const onBatch = approval.kind === 'priceBatch';
  if (next !== undefined)
    return (
      <p className={styles.consequence}>
        {t(onBatch ? 'consequences.batchOnward' : 'consequences.onward', { post: labels(`posts.${next.post}`) })}
      </p>
    );
  if (change !== null) return <p className={styles.consequence}>{t('consequences.change')}</p>;
  if (price !== null && approval.kind === 'priceBelowAuthority')
    return (
      <p className={styles.consequence}>
        {t('consequences.price', { unit: approval.unit ?? '', priceFen: price.price })}
      </p>
    );
  return (
    <p className={styles.consequence}>
      {deal !== null && price !== null && approval.kind === 'subscriptionReview'
        ? t('consequences.deal', { unit: approval.unit ?? '', priceFen: price.price, signByOn: signBy ?? deal.signBy })
        : onBatch
          ? t('consequences.batch', { effectiveOn: String(approval.facts['effectiveOn'] ?? '') })
          : t('consequences.other')}
    </p>
  );
}
