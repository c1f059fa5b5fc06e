import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { formatDateTime } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type BatchDetail, batchTones, type Choices } from '../batch-words.ts';
import { BatchEditor } from '../components/batch-editor.tsx';
import { BatchFacts } from '../components/batch-facts.tsx';
import { BatchNotices } from '../components/batch-notices.tsx';
import styles from '../components/prices.module.css';
import { WhatIf } from '../components/what-if.tsx';
import { useBatchDraft } from '../hooks/use-batch-draft.ts';

/** One batch of price changes: its rules, what they come to, and where it stands. */
export function PriceBatchScreen() {
  const batchId = useRecordId('batchId');
  const detail = useQuery(ask.prices.detail({ batchId }));
  const choices = useQuery(ask.prices.choices({}));
  return (
    <Loaded query={detail} whole>
      {(found) => (
        <Loaded query={choices} whole>
          {(all) => (
            // A batch that somebody else has saved is opened anew; what one writes oneself stays.
            <OpenBatch key={`${batchId} ${found.batch.state}`} detail={found} choices={all} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const steps = ['draft', 'pending', 'approved', 'effective'] as const;

function OpenBatch({ detail, choices }: { detail: BatchDetail; choices: Choices }) {
  const { t } = useTranslation('prices');
  const { batch, can, approvalId } = detail;
  const draft = useBatchDraft(detail);
  const submit = useCommand(act.prices.submit, {
    onDone: ({ units }) => notifications.show({ message: t('submitted', { count: units }) }),
  });
  const withdraw = useCommand(act.prices.withdraw, {
    onDone: () => notifications.show({ message: t('withdrawn') }),
  });
  const open = batch.state === 'draft' || batch.state === 'returned';
  const editable = can['edit'] === true && !batch.imported;
  const askSubmit = () =>
    confirmAct({
      title: t('submitTitle', { number: batch.number }),
      consequence: t('submitConsequence', { effectiveOn: draft.effectiveOn }),
      confirmLabel: t('submit'),
      reason: 'required',
      onConfirm: async (reason) => {
        const version = await draft.saved();
        await submit.sendOrThrow({ batchId: batch.id, version, reason });
      },
    });
  const askWithdraw = () =>
    confirmAct({
      title: t('withdrawTitle', { number: batch.number }),
      consequence: t('withdrawConsequence'),
      confirmLabel: t('withdraw'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => withdraw.sendOrThrow({ batchId: batch.id, version: draft.version, reason }),
    });
  const at = steps.findIndex((step) => step === batch.state);
  return (
    <Page
      header={
        <PageHeader
          title={batch.name}
          state={<StatusBadge tone={batchTones[batch.state]}>{t(`states.${batch.state}`)}</StatusBadge>}
          sub={[
            batch.number,
            t('from', { effectiveOn: batch.effectiveOn }),
            t('madeBy', { name: batch.by.name, at: formatDateTime(batch.createdAt) }),
          ].join(' · ')}
          actions={
            <>
              {approvalId !== null && batch.state === 'pending' && (
                <Link to={`/today/approvals/${approvalId}` as string}>{t('toApproval')}</Link>
              )}
              <ActionBar
                can={open || batch.state === 'pending' || batch.state === 'approved' ? can : {}}
                actions={[
                  ...(open
                    ? [
                        {
                          id: 'edit',
                          label: t('save'),
                          busy: draft.saving,
                          hotkey: 'Ctrl+S',
                          onRun: () => void draft.save(),
                        },
                      ]
                    : []),
                  { id: 'withdraw', label: t('withdraw'), look: 'danger' as const, onRun: askWithdraw },
                  ...(open
                    ? [
                        {
                          id: 'submit',
                          label: t('submit'),
                          look: 'primary' as const,
                          busy: submit.pending,
                          onRun: askSubmit,
                        },
                      ]
                    : []),
                ]}
              />
            </>
          }
        >
          {at >= 0 && (
            <StatePath
              steps={steps.map((step) => ({
                key: step,
                label: t(`states.${step}`),
                final: step === 'effective',
                ...(step === 'effective' ? { note: batch.effectiveOn } : {}),
              }))}
              at={batch.state === 'effective' ? steps.length : at}
            />
          )}
        </PageHeader>
      }
    >
      <div className={styles.columns}>
        <section className={styles.editor} aria-label={t('rules')}>
          {editable ? (
            <BatchEditor draft={draft} choices={choices} endReason={detail.endReason} />
          ) : (
            <BatchFacts detail={detail} choices={choices} draft={draft} />
          )}
          {(batch.state === 'approved' || batch.state === 'effective') && (
            <NoticesOf batchId={batch.id} effectiveOn={draft.effectiveOn} />
          )}
        </section>
        <WhatIf batch={batch} formula={editable ? draft.formula : null} effectiveOn={draft.effectiveOn} />
      </div>
    </Page>
  );
}

function NoticesOf({ batchId, effectiveOn }: { batchId: number; effectiveOn: LocalDate }) {
  const preview = useQuery(ask.prices.preview({ batchId, formula: null, effectiveOn }));
  const touched = (preview.data?.buildings ?? []).filter(({ units }) => units > 0);
  return touched.length === 0 ? null : <BatchNotices buildings={touched} />;
}
