import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { invoices as invoicesApi } from '#shared/api/invoices.ts';
import { fen } from '#shared/kernel/money.ts';
import { ask } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import styles from './deal-invoices.module.css';
import { InvoiceDrawer, type InvoiceTask } from './invoice-drawer.tsx';
import { Signal } from './signal.tsx';
import { DateText, Money } from './values.tsx';

/** An invoice of a deal as the office presents it. */
export type DealInvoice = z.output<typeof invoicesApi.ofDeal.output>['rows'][number];

const tones = { valid: 'ok', reversed: 'plain', red: 'seal' } as const;

/** The invoices of a deal's money, what of it has none yet, and the steps with them. */
export function DealInvoices({ subscriptionId, sub }: { subscriptionId: number; sub: string }) {
  const { t } = useTranslation('invoices');
  const mayRead = usePerson().may('payments.read');
  const [task, setTask] = useState<InvoiceTask>();
  const found = useQuery({ ...ask.invoices.ofDeal({ subscriptionId }), enabled: mayRead }).data;
  if (found === undefined) return null;
  const { received, invoiced, open, rows, can } = found;
  return (
    <div className={styles.invoices}>
      <span className={styles.head}>
        {t('standing', { receivedFen: received, invoicedFen: invoiced, openFen: fen(Math.max(0, open)) })}
        {open < 0 && <Signal tone="seal">{t('over', { overFen: fen(-open) })}</Signal>}
        {can['record'] === true && open > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setTask({ kind: 'record', open: fen(open) })}>
            {t('record')}
          </Button>
        )}
      </span>
      {rows.map((invoice) => (
        <InvoiceLine key={invoice.id} invoice={invoice} onTask={setTask} />
      ))}
      {task !== undefined && (
        <InvoiceDrawer subscriptionId={subscriptionId} sub={sub} task={task} onClose={() => setTask(undefined)} />
      )}
    </div>
  );
}

function InvoiceLine({ invoice, onTask }: { invoice: DealInvoice; onTask: (task: InvoiceTask) => void }) {
  const { t } = useTranslation('invoices');
  const { number, amount, issuedOn, state, reverses, takenBy, takenOn, titleTakenBy, titleTakenOn, remark, can } =
    invoice;
  return (
    <span className={styles.line}>
      <b>{number}</b>
      <Money value={amount} />
      <DateText day={issuedOn} />
      <Signal tone={tones[state]}>{t(`states.${state}`)}</Signal>
      <span className={styles.dim}>
        {[
          ...(reverses === null ? [] : [t('reverses', { number: reverses })]),
          ...(takenOn === null ? [] : [t('taken', { takenOn, takenBy })]),
          ...(titleTakenOn === null ? [] : [t('titleTaken', { takenOn: titleTakenOn, takenBy: titleTakenBy })]),
          ...(remark === '' ? [] : [remark]),
        ].join(' · ')}
      </span>
      {(can['handOver'] === true || can['handOverTitle'] === true) && state === 'valid' && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('handOverOf', { number })}
          onClick={() => onTask({ kind: 'handOver', invoice })}
        >
          {t('handOver')}
        </Button>
      )}
      {can['reverse'] === true && (
        <Button
          variant="subtle"
          color="seal"
          size="compact-sm"
          aria-label={t('reverseOf', { number })}
          onClick={() => onTask({ kind: 'reverse', invoice })}
        >
          {t('reverse')}
        </Button>
      )}
    </span>
  );
}
