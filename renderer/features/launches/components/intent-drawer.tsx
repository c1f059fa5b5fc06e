import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { HeldMoney } from '#renderer/components/held-money.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { formatDateTime } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { intents } from '#shared/api/launches.ts';
import { intentTones } from '../launch-words.ts';
import styles from './launches.module.css';
import { ReceiveIntent } from './receive-intent.tsx';

type Intent = z.output<typeof intents.detail.output>;

/** One intent beside the list: who, which number and place, what was picked, and its acts. */
export function IntentDrawer({ intentId, onClose }: { intentId: number; onClose: () => void }) {
  const { t } = useTranslation('launches');
  const detail = useQuery(ask.intents.detail({ intentId }));
  const found = detail.data;
  const title = found === undefined ? t('title') : t('intentTitle', { queueNo: found.row.queueNo });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      state={
        found && <StatusBadge tone={intentTones[found.row.state]}>{t(`intentStates.${found.row.state}`)}</StatusBadge>
      }
      sub={found && `${found.row.number} · ${found.launch}`}
      width={440}
    >
      <Loaded query={detail}>{(intent) => <OpenIntent intent={intent} intentId={intentId} />}</Loaded>
    </SideDrawer>
  );
}

function OpenIntent({ intent, intentId }: { intent: Intent; intentId: number }) {
  const { t } = useTranslation('launches');
  const [receiving, setReceiving] = useState(false);
  const navigate = useNavigate();
  const { row, pick, can, version, customerId, endReason } = intent;
  const withdraw = useCommand(act.intents.withdraw);
  const items: Fact[] = [
    { label: t('columns.customer'), value: row.name },
    { label: t('columns.consultant'), value: row.consultant.name },
    { label: t('columns.registeredOn'), value: <DateText day={row.registeredOn} />, key: 'on' },
    { label: t('columns.code'), value: <span className={styles.hash}>{row.code}</span>, key: 'code' },
    { label: t('columns.drawPlace'), value: row.drawPlace ?? t('noPlace') },
    { label: t('columns.passes'), value: row.passes },
    { label: t('wishes'), value: row.wishes.map(({ unit }) => unit).join('、') || '—' },
  ];
  if (pick !== null)
    items.push({
      label: t('pick'),
      key: 'pick',
      value: (
        <>
          {t('pickLine', { unit: pick.unit, number: pick.number })}{' '}
          {pick.state === 'held'
            ? t('keptUntil', { at: formatDateTime(pick.expiresAt) })
            : t(`pickStates.${pick.state}`)}
        </>
      ),
    });
  if (intent.receipts.length > 0)
    items.push({
      label: t('receipts'),
      key: 'receipts',
      value: intent.receipts.map(({ number, amount }) => t('receiptLine', { number, amountFen: amount })).join('、'),
    });
  if (endReason !== '') items.push({ label: t('reason'), value: endReason });
  const ask = () =>
    confirmAct({
      title: t('withdrawTitle', { queueNo: row.queueNo }),
      consequence: t('withdrawConsequence'),
      confirmLabel: t('withdraw'),
      reason: 'required',
      danger: true,
      onConfirm: (reason) => withdraw.sendOrThrow({ intentId, version, reason }),
    });
  if (receiving) return <ReceiveIntent intent={intent} onClose={() => setReceiving(false)} />;
  return (
    <>
      <PanelBlock>
        <Facts items={items} />
      </PanelBlock>
      {intent.receipts.length > 0 && (
        <HeldMoney owner={{ noun: 'intents', id: intentId }} sub={`${row.number} · ${intent.launch}`} />
      )}
      <PanelBlock>
        <SubjectPapers noun="intents" subjectId={intentId} kinds={['intentSlip']} renews />
      </PanelBlock>
      <PanelBlock>
        <div className={styles.buttons}>
          <Button
            variant="default"
            onClick={() => void navigate({ to: `/reception/customers/${customerId}` as string })}
          >
            {t('openFile')}
          </Button>
          <ActionBar
            can={can}
            actions={[
              { id: 'receive', label: t('receive'), look: 'primary', onRun: () => setReceiving(true) },
              { id: 'withdraw', label: t('withdraw'), look: 'danger', busy: withdraw.pending, onRun: ask },
            ]}
          />
        </div>
      </PanelBlock>
    </>
  );
}
