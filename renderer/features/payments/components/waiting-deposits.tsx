import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { DueSignal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { LIST_ROWS } from '#shared/api/common.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { subtractFen } from '#shared/kernel/money.ts';
import styles from './waiting-deposits.module.css';

type Row = z.output<typeof subscriptions.list.output>['rows'][number];

/** Approved subscriptions whose deposit is not complete, the oldest first; the day it was due is that of the subscription. */
export function WaitingDeposits({ onReceive }: { onReceive: (subscriptionId: number) => void }) {
  const { t } = useTranslation('payments');
  const list = useQuery(ask.subscriptions.list({ scope: 'all', state: 'approved', text: '', limit: LIST_ROWS }));
  const mayReceive = usePerson().may('payments.receive');
  const count = list.data?.rows.length ?? 0;
  return (
    <SidePanel label={t('waiting')} title={t('waiting')} state={count > 0 && <span>{count}</span>} width={320}>
      <Loaded query={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className={styles.none}>
              <p>{t('waitingNone')}</p>
              <p>{t('waitingText')}</p>
            </div>
          ) : (
            <ul className={styles.list}>
              {rows.toReversed().map((row) => (
                <Waiting key={row.id} row={row} onReceive={mayReceive ? onReceive : undefined} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function Waiting({ row, onReceive }: { row: Row; onReceive: ((subscriptionId: number) => void) | undefined }) {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const { id, unit, buyers } = row;
  return (
    <li className={styles.one}>
      <button
        type="button"
        className={styles.record}
        onClick={() => void navigate({ to: `/contracts/subscriptions/${id}` as string })}
      >
        <b>{unit}</b>
        <span>{buyers}</span>
      </button>
      <b className={styles.amount}>
        <Money value={subtractFen(row.depositDue, row.depositReceived)} />
      </b>
      <span className={styles.note}>
        {t('since', { subscribedOn: row.subscribedOn })} <DueSignal dueOn={row.subscribedOn} soonDays={0} />
      </span>
      {onReceive && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('receiveFor', { unit, buyers })}
          onClick={() => onReceive(id)}
        >
          {t('receive')}
        </Button>
      )}
    </li>
  );
}
