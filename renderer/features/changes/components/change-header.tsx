import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { PageHeader } from '#renderer/components/page.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { Unbroken } from '#renderer/components/unbroken.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type ChangePage, changeTones } from '../change-words.ts';

/** What it is, how it stands, and what may be done with it. */
export function ChangeHeader({ page }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const today = useToday();
  const navigate = useNavigate();
  const execute = useCommand(act.changes.execute);
  const withdraw = useCommand(act.changes.withdraw);
  const asking = useCommand(act.changes.askRefunds);
  const { row, version, can, ask, round } = page;
  const target = { changeId: row.id, version };
  const go = (to: string, search: Record<string, unknown> = {}) => void navigate({ to, search: search as never });
  const toForm = (changeId?: number) =>
    go(`/contracts/change/${row.subscriptionId}`, { kind: ask.kind, ...(changeId === undefined ? {} : { changeId }) });
  const askExecute = () =>
    confirmAct({
      title: t('executeTitle', { number: row.number }),
      consequence: <Unbroken text={t('executeConsequence', { deal: row.deal })} />,
      confirmLabel: t('execute'),
      onConfirm: () => execute.sendOrThrow(target),
    });
  const askWithdraw = () =>
    confirmAct({
      title: t('withdrawTitle', { number: row.number }),
      consequence: <Unbroken text={t('withdrawConsequence', { deal: row.deal })} />,
      confirmLabel: t('withdraw'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => withdraw.sendOrThrow({ ...target, reason }),
    });
  const askRefunds = () =>
    confirmAct({
      title: t('askRefundsTitle', { number: row.number }),
      consequence: <Unbroken text={t('askRefundsConsequence')} />,
      confirmLabel: t('askRefunds'),
      onConfirm: () => asking.sendOrThrow(target),
    });
  const lost = page.openPoints.some(({ code }) => code === 'REFUND_TO_ASK_AGAIN');
  const open = row.state === 'pending' || row.state === 'returned' || row.state === 'approved';
  const ended = row.state === 'withdrawn' || row.state === 'lapsed' || row.state === 'rejected';
  const asked = t('askedBy', {
    name: row.requestedBy.name,
    at: formatDateTimeShort(row.requestedAt, today),
  });
  return (
    <PageHeader
      title={t(`kinds.${row.kind}`)}
      state={
        <>
          <StatusBadge tone={changeTones[row.state]}>{t(`states.${row.state}`)}</StatusBadge>
          {page.executedAt !== null && (
            <Signal tone="plain">
              {page.executedBy === null
                ? t('executedByOffice', { at: formatDateTimeShort(page.executedAt, today) })
                : t('executed', { name: page.executedBy, at: formatDateTimeShort(page.executedAt, today) })}
            </Signal>
          )}
          {ended && page.endReason !== '' && (
            <Signal tone="plain">
              {row.state === 'lapsed' && page.endReason === row.deal
                ? t('endedWith', { reason: page.endReason })
                : t('ended', { reason: page.endReason })}
            </Signal>
          )}
        </>
      }
      sub={[
        row.number,
        row.deal,
        row.unit,
        row.buyers,
        asked,
        ...(round > 1 ? [t('again', { count: round })] : []),
      ].join(' · ')}
      actions={
        <>
          <Button variant="default" onClick={() => go(`/contracts/subscriptions/${row.subscriptionId}`)}>
            {t('openDeal')}
          </Button>
          {open ? (
            <ActionBar
              can={
                row.state === 'approved'
                  ? {
                      withdraw: can['withdraw'] ?? true,
                      ...(lost ? { askRefunds: can['askRefunds'] ?? true } : {}),
                      execute: can['execute'] ?? true,
                    }
                  : row.state === 'returned'
                    ? { withdraw: can['withdraw'] ?? true, resubmit: can['resubmit'] ?? true }
                    : { withdraw: can['withdraw'] ?? true }
              }
              actions={[
                { id: 'withdraw', label: t('withdraw'), look: 'danger', busy: withdraw.pending, onRun: askWithdraw },
                { id: 'resubmit', label: t('resubmit'), look: 'primary', onRun: () => toForm(row.id) },
                { id: 'askRefunds', label: t('askRefunds'), busy: asking.pending, onRun: askRefunds },
                { id: 'execute', label: t('execute'), look: 'primary', busy: execute.pending, onRun: askExecute },
              ]}
            />
          ) : (
            ended && (
              <Button variant="default" onClick={() => toForm()}>
                {t('takeUp')}
              </Button>
            )
          )}
        </>
      }
    />
  );
}
