import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Form } from '#renderer/components/form.tsx';
import { Figure } from '#renderer/components/page.tsx';
import { PaidBy } from '#renderer/components/paid-by.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useReceiptPaper } from '#renderer/components/receipt-acts.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { Money } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { bookings } from '#shared/api/bookings.ts';
import type { PaymentMethod } from '#shared/domain/payments/states.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import styles from './bookings.module.css';

type Detail = z.output<typeof bookings.detail.output>;
type Taken = { readonly receiptId: number; readonly number: string };

/** Takes the money of a small booking at the counter; then its receipt one click away. */
export function ReceiveBooking({ bookingId, onClose }: { bookingId: number; onClose: () => void }) {
  const { t } = useTranslation('bookings');
  const detail = useQuery(ask.bookings.detail({ bookingId }));
  const [taken, setTaken] = useState<Taken>();
  const row = detail.data?.row;
  const title = t('receive.title', { unit: row?.unit ?? '' });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      width={440}
      sub={row && t('receive.text', { customer: row.customer })}
    >
      <Loaded query={detail}>
        {(found) =>
          taken === undefined ? (
            <ReceiveForm detail={found} onTaken={setTaken} onClose={onClose} />
          ) : (
            <TakenNote detail={found} taken={taken} onClose={onClose} />
          )
        }
      </Loaded>
    </SideDrawer>
  );
}

type ReceiveFormProps = { detail: Detail; onTaken: (taken: Taken) => void; onClose: () => void };

function ReceiveForm({ detail, onTaken, onClose }: ReceiveFormProps) {
  const { t } = useTranslation('bookings');
  const { t: payments } = useTranslation('payments');
  const { row, methods } = detail;
  const [method, setMethod] = useState<PaymentMethod>(methods[0] ?? 'transfer');
  const [reference, setReference] = useState('');
  const receive = useCommand(act.bookings.receive, { onDone: onTaken });
  const submit = () =>
    void receive.send({ bookingId: row.id, version: row.version, method, reference: reference.trim() });
  return (
    <Form
      submitLabel={t('receive.submit')}
      onSubmit={submit}
      onCancel={onClose}
      dirty={reference !== ''}
      busy={receive.pending}
      error={receive.refusal}
    >
      <div className={styles.fields}>
        <Figure label={t('receive.amount')} value={<Money value={row.money} />} />
        <p className={styles.capitals} lang="zh-CN">
          {capitalsOf(row.money)}
        </p>
        <PaidBy
          label={payments('methodOf')}
          methods={methods}
          method={method}
          onMethod={setMethod}
          reference={reference}
          onReference={setReference}
        />
      </div>
    </Form>
  );
}

function TakenNote({ detail, taken, onClose }: { detail: Detail; taken: Taken; onClose: () => void }) {
  const { t } = useTranslation('bookings');
  const { t: payments } = useTranslation('payments');
  const { t: common } = useTranslation('common');
  const paper = useReceiptPaper();
  return (
    <div className={styles.fields} role="status">
      <h3>{t('receive.done', { amountFen: detail.row.money })}</h3>
      <p>{t('receive.doneText', { number: taken.number })}</p>
      <div className={styles.buttons}>
        <Button data-autofocus loading={paper.pending} onClick={() => paper.open(taken.receiptId)}>
          {payments('printReceipt')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
      {paper.refusal && <RefusalBox refusal={paper.refusal} />}
    </div>
  );
}
