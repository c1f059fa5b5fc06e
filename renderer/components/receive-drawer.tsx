import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { methodsWithReference } from '#shared/domain/payments/receipt-rules.ts';
import type { PaymentMethod } from '#shared/domain/payments/states.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { MoneyInput } from './amount-inputs.tsx';
import { Loaded } from './data-states.tsx';
import { OptionButtons } from './filters.tsx';
import { Form } from './form.tsx';
import { Figure } from './page.tsx';
import { SideDrawer } from './panel.tsx';
import { useReceiptPaper } from './receipt-acts.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Money } from './values.tsx';

type Detail = z.output<typeof subscriptions.detail.output>;
type Taken = { readonly receiptId: number; readonly number: string; readonly amount: Fen; readonly remaining: Fen };

/** Takes the deposit of a subscription: amount with capitals, payer, way of paying; then the receipt one click away. */
export function ReceiveDrawer({ subscriptionId, onClose }: { subscriptionId: number; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const detail = useQuery(ask.subscriptions.detail({ subscriptionId }));
  const [taken, setTaken] = useState<Taken>();
  const row = detail.data?.row;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('receiveTitle')}
      title={t('receiveTitle')}
      width={440}
      sub={row && t('receiveSub', { number: row.number, unit: row.unit, buyers: row.buyers })}
    >
      <Loaded query={detail}>
        {(found) =>
          taken === undefined ? (
            <ReceiveForm detail={found} onTaken={setTaken} onClose={onClose} />
          ) : (
            <TakenNote taken={taken} onMore={() => setTaken(undefined)} onClose={onClose} />
          )
        }
      </Loaded>
    </SideDrawer>
  );
}

type ReceiveFormProps = { detail: Detail; onTaken: (taken: Taken) => void; onClose: () => void };

function ReceiveForm({ detail, onTaken, onClose }: ReceiveFormProps) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const project = useQuery(ask.projects.detail({}));
  const { row, depositRemaining, buyers, methods, version } = detail;
  const [amount, setAmount] = useState<Fen | null>(depositRemaining);
  const [method, setMethod] = useState<PaymentMethod>(methods[0] ?? 'transfer');
  const [payerId, setPayerId] = useState(buyers[0]?.customerId);
  const [reference, setReference] = useState('');
  const receive = useCommand(act.payments.receive);
  const leavesNumber = (methodsWithReference as readonly PaymentMethod[]).includes(method);
  const allowed = detail.can['receiveDeposit'];
  const refusal = receive.refusal ?? (allowed === true ? undefined : allowed);
  const submit = async (): Promise<void> => {
    if (amount === null || amount <= 0 || payerId === undefined || allowed !== true) return;
    const done = await receive.send({
      subscriptionId: row.id,
      version,
      item: 'deposit',
      method,
      amount,
      payerId,
      reference: reference.trim(),
    });
    if (done !== undefined) onTaken({ ...done, amount });
  };
  // The groups of its digits stay in one line.
  const digits = (project.data?.supervisedAccount ?? '').replaceAll(' ', '\u00a0');
  const account = `${project.data?.supervisedBank ?? ''} ${digits}`.trim();
  return (
    <Form
      submitLabel={t('take')}
      onSubmit={() => void submit()}
      onCancel={onClose}
      dirty={reference !== '' || amount !== depositRemaining}
      busy={receive.pending}
    >
      <div className={styles.fields}>
        <div className={styles.figures}>
          <Figure label={t('due')} value={<Money value={row.depositDue} />} />
          <Figure label={t('received')} value={<Money value={row.depositReceived} />} />
          <Figure label={t('left')} value={<Money value={depositRemaining} />} />
        </div>
        <MoneyInput label={t('amountOf')} value={amount} onChange={setAmount} capitals required autoFocus />
        <OptionButtons
          label={t('methodOf')}
          required
          numbered
          options={methods.map((one) => ({ value: one, label: labels(`paymentMethods.${one}`) }))}
          value={method}
          onChange={setMethod}
        />
        <TextInput
          label={leavesNumber ? t('referenceOf') : t('referenceOptional')}
          withAsterisk={leavesNumber}
          required={leavesNumber}
          maxLength={80}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Select
          label={t('payerOf')}
          data={buyers.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
          value={payerId === undefined ? null : String(payerId)}
          allowDeselect={false}
          onChange={(id) => id !== null && setPayerId(Number(id))}
        />
        {method !== 'cash' && account !== '' && <p className={styles.hint}>{t('supervised', { account })}</p>}
        {refusal && (
          <div className={styles.refusal} role="alert">
            <RefusalText refusal={refusal} />
          </div>
        )}
      </div>
    </Form>
  );
}

function TakenNote({ taken, onMore, onClose }: { taken: Taken; onMore: () => void; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation('common');
  const paper = useReceiptPaper();
  const { receiptId, number, amount, remaining } = taken;
  return (
    <div className={styles.taken} role="status">
      <h3>{t('taken', { amountFen: amount })}</h3>
      <p className={styles.capitals} lang="zh-CN">
        {capitalsOf(amount)}
      </p>
      <p>{remaining > 0 ? t('takenText', { number, missingFen: remaining }) : t('takenComplete', { number })}</p>
      <div className={styles.buttons}>
        <Button data-autofocus loading={paper.pending} onClick={() => paper.open(receiptId)}>
          {t('printReceipt')}
        </Button>
        {remaining > 0 && (
          <Button variant="default" onClick={onMore}>
            {t('takeMore')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
      {paper.refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={paper.refusal} />
        </div>
      )}
    </div>
  );
}
