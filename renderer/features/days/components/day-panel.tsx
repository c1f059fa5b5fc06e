import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { DateTimeText, Money } from '#renderer/components/values.tsx';
import { copyText } from '#renderer/lib/copy-text.ts';
import { formatCount } from '#renderer/lib/format.ts';
import { act } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { DayFigures } from '#shared/domain/days/figures.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import type { ClosedDay, NextDay } from '../screens/days.tsx';
import styles from './days.module.css';

/** The day that waits: what it comes to up to now. */
export function NextPanel({ next }: { next: NextDay | undefined }) {
  const { t } = useTranslation('days');
  if (next === undefined)
    return (
      <SidePanel label={t('next')} title={t('next')} sub={t('nothingWaits')}>
        {null}
      </SidePanel>
    );
  return (
    <SidePanel
      label={t('next')}
      title={next.day}
      state={<StatusBadge tone="plain">{t('next')}</StatusBadge>}
      sub={next.behind === 0 ? t('nextSub') : `${t('nextSub')} · ${t('behind', { count: next.behind })}`}
    >
      <FiguresBlock figures={next.figures} />
    </SidePanel>
  );
}

/** A day that was closed: its figures, its head, its paper, and the way back. */
export function ClosedPanel({ closed, onClose }: { closed: ClosedDay; onClose: () => void }) {
  const { t } = useTranslation('days');
  const person = usePerson();
  const reopen = useCommand(act.days.reopen);
  const { id: dayId, day, version, state, figures, can, seq, head, reopened } = closed;
  const askReopen = () =>
    confirmAct({
      title: t('reopenTitle', { day }),
      consequence: t('reopenConsequence'),
      confirmLabel: t('reopenConfirm'),
      reason: 'required',
      danger: true,
      onConfirm: (reason) => reopen.sendOrThrow({ dayId, version, reason }),
    });
  const copy = () => {
    const copied = copyText(`${seq}:${head}`);
    notifications.show(copied ? { message: t('copied') } : { message: t('copyFailed'), color: 'seal' });
  };
  return (
    <SidePanel
      label={day}
      title={day}
      state={<StatusBadge tone={state === 'closed' ? 'ok' : 'amber'}>{t(`states.${state}`)}</StatusBadge>}
      sub={
        <>
          {closed.number} · {closed.closedBy} · <DateTimeText at={closed.closedAt} />
          {` · ${closed.check === null ? t('notChecked') : t('checkedBy', { number: closed.check })}`}
          {closed.closings > 1 && ` · ${t('times', { count: closed.closings })}`}
        </>
      }
      onClose={onClose}
      foot={
        person.may('days.reopen') && (
          <ActionBar
            can={can}
            explain="inline"
            actions={[{ id: 'reopen', label: t('reopen'), look: 'danger', onRun: askReopen, busy: reopen.pending }]}
          />
        )
      }
    >
      {reopened !== null && (
        <PanelBlock>
          {t('reopenedBy', { by: reopened.by, reason: reopened.reason })} <DateTimeText at={reopened.at} short />
        </PanelBlock>
      )}
      {state === 'closed' && (
        <PanelBlock>
          <h3 className={styles.head}>{t('paper')}</h3>
          <SubjectPapers noun="days" subjectId={dayId} kinds={['dayClose']} allowed={can['issue']} />
        </PanelBlock>
      )}
      <PanelBlock>
        <h3 className={styles.head}>
          {t('log')} <span>{t('entry', { seq: formatCount(seq) })}</span>
          <Button variant="subtle" size="compact-xs" leftSection={<IconCopy size={13} />} onClick={copy}>
            {t('copyHead')}
          </Button>
        </h3>
        <p className={styles.hash}>{inGroups(head)}</p>
      </PanelBlock>
      <FiguresBlock figures={figures} />
    </SidePanel>
  );
}

function FiguresBlock({ figures }: { figures: DayFigures }) {
  const { t } = useTranslation('days');
  const { t: labels } = useTranslation('labels');
  const amount = (counted: string, value: DayFigures['receipts']['amount']) => (
    <span className={styles.pair}>
      <span>{counted}</span>
      <Money value={value} />
    </span>
  );
  const plain = ['calls', 'firstVisits', 'returnVisits', 'locks', 'cancelled'] as const;
  const trust = ['papers', 'prints', 'reveals', 'exports', 'failedLogins', 'entries', 'late'] as const;
  const counted = (names: readonly (typeof plain | typeof trust)[number][]): Fact[] =>
    names.map((name) => ({
      key: name,
      label: t(name),
      value: <span className={styles.count}>{formatCount(figures[name])}</span>,
    }));
  const homes: Fact[] = (['subscriptions', 'contracts'] as const).map((name) => ({
    key: name,
    label: t(name),
    value: amount(t('homes', { count: figures[name].count }), figures[name].amount),
  }));
  const money: Fact[] = [
    ...figures.byMethod.map(({ method, count, amount: value }) => ({
      key: method,
      label: labels(`paymentMethods.${method}`),
      value: amount(t('pieces', { count }), value),
    })),
    {
      key: 'received',
      label: t('received'),
      value: amount(t('pieces', { count: figures.receipts.count }), figures.receipts.amount),
    },
    ...(['voided', 'exchanged', 'refunds', 'refundInterest', 'refundsVoided'] as const)
      .filter((name) => figures[name].count > 0)
      .map((name) => ({
        key: name,
        label: t(name),
        value: amount(t('pieces', { count: figures[name].count }), figures[name].amount),
      })),
  ];
  return (
    <>
      <PanelBlock>
        <h3 className={styles.head}>{t('figures')}</h3>
        <Facts items={[...homes, ...money]} />
      </PanelBlock>
      <PanelBlock>
        <Facts items={counted(plain)} />
      </PanelBlock>
      <PanelBlock>
        <Facts items={counted(trust)} />
      </PanelBlock>
    </>
  );
}
