import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { itemOfLines } from '#shared/domain/payments/allocation.ts';
import type { PaymentMethod, ReceiptItem } from '#shared/domain/payments/states.ts';
import { aboveDepositWarning } from '#shared/domain/subscriptions/deposit.ts';
import { type Fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { MoneyInput } from './amount-inputs.tsx';
import { Form } from './form.tsx';
import { Figure } from './page.tsx';
import { PaidBy } from './paid-by.tsx';
import { type OpenLine, PlanLinesField } from './plan-lines-field.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Money } from './values.tsx';

type Detail = z.output<typeof subscriptions.detail.output>;

/** Money that was just taken. */
export type Taken = {
  readonly receiptId: number;
  readonly number: string;
  readonly amount: Fen;
  readonly remaining: Fen;
  readonly item: ReceiptItem;
};

type ReceiveFormProps = {
  detail: Detail;
  position: number | undefined;
  onTaken: (taken: Taken) => void;
  onClose: () => void;
};

/** The lines that may be paid now: the deposit until it is complete, then all others that are open. */
function payableLines({ row, plan }: Detail): OpenLine[] {
  const deposit = row.state === 'approved';
  return plan
    .map((line) => ({ ...line, open: subtractFen(line.amount, line.received) }))
    .filter(({ item, open }) => open > 0 && (item === 'deposit') === deposit);
}

/** Amount, way of paying and payer of one receipt. */
export function ReceiveForm({ detail, position, onTaken, onClose }: ReceiveFormProps) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const { row, buyers, methods, version } = detail;
  const [lines] = useState(() => payableLines(detail));
  const [amounts, setAmounts] = useState<ReadonlyMap<number, Fen | null>>(() => {
    const first = lines.find((line) => line.position === position) ?? lines[0];
    return new Map(first === undefined ? [] : [[first.position, first.open]]);
  });
  const [method, setMethod] = useState<PaymentMethod>(methods[0] ?? 'transfer');
  const [payerId, setPayerId] = useState(buyers[0]?.customerId);
  const [reference, setReference] = useState('');
  const [touched, setTouched] = useState(false);
  const receive = useCommand(act.payments.receive);
  const allowed = detail.can['receiveMoney'];
  const refusal = receive.refusal ?? (allowed === true ? undefined : allowed);
  const shares = lines.flatMap((line) => {
    const amount = amounts.get(line.position);
    return amount === undefined || amount === null || amount <= 0 ? [] : [{ line, amount }];
  });
  const total = sumFen(shares.map(({ amount }) => amount));
  const warning = aboveDepositWarning({
    state: row.state,
    due: row.depositDue,
    received: sumFen([detail.receivedInAll, total]),
  });
  const submit = async (): Promise<void> => {
    if (total <= 0 || shares.length < amounts.size || payerId === undefined || allowed !== true) return;
    const item = itemOfLines(shares.map(({ line }) => line));
    const done = await receive.send({
      subscriptionId: row.id,
      version,
      item,
      method,
      amount: total,
      payerId,
      reference: reference.trim(),
      lines: shares.map(({ line, amount }) => ({ position: line.position, amount })),
    });
    if (done !== undefined) onTaken({ ...done, amount: total, item });
  };
  const change = (next: ReadonlyMap<number, Fen | null>) => {
    setAmounts(next);
    setTouched(true);
  };
  const [only] = lines;
  return (
    <Form
      submitLabel={t('take')}
      onSubmit={() => void submit()}
      onCancel={onClose}
      dirty={reference !== '' || touched}
      busy={receive.pending}
    >
      <div className={styles.fields}>
        {lines.length === 1 && only !== undefined ? (
          <>
            <div className={styles.figures}>
              <Figure
                label={t('dueOf', { item: labels(`planItems.${only.item}`) })}
                value={<Money value={only.amount} />}
              />
              <Figure label={t('received')} value={<Money value={only.received} />} />
              <Figure label={t('left')} value={<Money value={only.open} />} />
            </div>
            <MoneyInput
              label={t('amountOf')}
              value={amounts.get(only.position) ?? null}
              onChange={(amount) => change(new Map([[only.position, amount]]))}
              capitals
              required
              autoFocus
            />
          </>
        ) : (
          <PlanLinesField lines={lines} amounts={amounts} total={total} onChange={change} />
        )}
        <PaidBy
          label={t('methodOf')}
          methods={methods}
          method={method}
          onMethod={setMethod}
          reference={reference}
          onReference={setReference}
        />
        <Select
          label={t('payerOf')}
          data={buyers.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
          value={payerId === undefined ? null : String(payerId)}
          allowDeselect={false}
          onChange={(id) => id !== null && setPayerId(Number(id))}
        />
        {method !== 'cash' && <SupervisedAccount />}
        {warning && refusal === undefined && (
          <div className={styles.warning} role="status">
            <RefusalText refusal={warning} />
          </div>
        )}
        {refusal && (
          <div className={styles.refusal} role="alert">
            <RefusalText refusal={refusal} />
          </div>
        )}
      </div>
    </Form>
  );
}

/** Where the money belongs: all but cash goes to the supervised account. */
function SupervisedAccount() {
  const { t } = useTranslation('payments');
  const project = useQuery(ask.projects.detail({}));
  // The groups of its digits stay in one line.
  const digits = (project.data?.supervisedAccount ?? '').replaceAll(' ', '\u00a0');
  const account = `${project.data?.supervisedBank ?? ''} ${digits}`.trim();
  return account === '' ? null : <p className={styles.hint}>{t('supervised', { account })}</p>;
}
