import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvoiceTaker, invoiceTakers } from '#shared/domain/payments/invoices.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { useToday } from '../lib/clock.tsx';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { MoneyInput } from './amount-inputs.tsx';
import { DateInput } from './date-input.tsx';
import type { DealInvoice } from './deal-invoices.tsx';
import { Form } from './form.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';

/** What is done with an invoice: entered, handed over, or reversed by a red one. */
export type InvoiceTask =
  | { readonly kind: 'record'; readonly open: Fen }
  | { readonly kind: 'handOver' | 'reverse'; readonly invoice: DealInvoice };

type InvoiceDrawerProps = { subscriptionId: number; sub: string; task: InvoiceTask; onClose: () => void };

/** For whom an invoice can still be taken. */
function takersOf({ can }: DealInvoice): InvoiceTaker[] {
  const free = { customer: can['handOver'], titleOffice: can['handOverTitle'] };
  return invoiceTakers.filter((taker) => free[taker] === true);
}

/** Enters an invoice of a deal's money, who took it, or the red one that reverses it. */
export function InvoiceDrawer({ subscriptionId, sub, task, onClose }: InvoiceDrawerProps) {
  const { t } = useTranslation('invoices');
  const today = useToday();
  const [number, setNumber] = useState('');
  const [amount, setAmount] = useState<Fen | null>(task.kind === 'record' ? task.open : null);
  const [on, setOn] = useState<LocalDate>(today);
  const [words, setWords] = useState('');
  const takers = task.kind === 'handOver' ? takersOf(task.invoice) : [];
  const [taker, setTaker] = useState<InvoiceTaker>(takers[0] ?? 'customer');
  const record = useCommand(act.invoices.record, { onDone: onClose });
  const reverse = useCommand(act.invoices.reverse, { onDone: onClose });
  const handOver = useCommand(act.invoices.handOver, { onDone: onClose });
  const running = { record, reverse, handOver }[task.kind];
  const submit = () => {
    const typed = { number: number.trim(), words: words.trim() };
    if (task.kind === 'record') {
      if (amount === null || amount <= 0) return;
      void record.send({ subscriptionId, number: typed.number, amount, issuedOn: on, remark: typed.words });
      return;
    }
    const { id: invoiceId, version } = task.invoice;
    if (task.kind === 'handOver') void handOver.send({ invoiceId, version, taker, takenBy: typed.words, takenOn: on });
    else void reverse.send({ invoiceId, version, number: typed.number, issuedOn: on, reason: typed.words });
  };
  const wordsLabel = { record: t('remark'), handOver: t('takenBy'), reverse: t('reason') }[task.kind];
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t(task.kind)}
      title={task.kind === 'record' ? t('record') : t(`${task.kind}Of`, { number: task.invoice.number })}
      sub={sub}
      width={480}
    >
      <Form
        submitLabel={t(task.kind)}
        onSubmit={submit}
        onCancel={onClose}
        dirty={number !== '' || words !== ''}
        busy={running.pending}
      >
        <div className={styles.fields}>
          {takers.length > 0 && (
            <SegmentedControl
              aria-label={t('taker')}
              data={takers.map((one) => ({ value: one, label: t(`takers.${one}`) }))}
              value={taker}
              onChange={(next) => setTaker(takers.find((one) => one === next) ?? 'customer')}
            />
          )}
          {task.kind !== 'handOver' && (
            <TextInput
              label={t(task.kind === 'record' ? 'number' : 'redNumber')}
              required
              data-autofocus
              maxLength={40}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
          )}
          {task.kind === 'record' && (
            <MoneyInput label={t('amountOf')} value={amount} onChange={setAmount} capitals required />
          )}
          <DateInput
            label={t(task.kind === 'handOver' ? 'takenOn' : 'issuedOn')}
            value={on}
            required
            to={today}
            onChange={(next) => next !== null && setOn(next)}
          />
          <TextInput
            label={wordsLabel}
            required={task.kind !== 'record'}
            maxLength={task.kind === 'handOver' ? 60 : 200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {running.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={running.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
