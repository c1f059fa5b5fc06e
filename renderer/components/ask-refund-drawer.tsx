import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { payments } from '#shared/api/payments.ts';
import type { MoneyOwner } from '#shared/domain/payments/owned-money.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { MoneyInput } from './amount-inputs.tsx';
import { Loaded } from './data-states.tsx';
import { Form } from './form.tsx';
import { Figure } from './page.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Money } from './values.tsx';

type Held = z.output<typeof payments.held.output>;
type AskRefundDrawerProps = {
  owner: MoneyOwner;
  /** The record and its home, as the drawer's second line says them. */
  sub: string;
  onClose: () => void;
};

/** Asks for money of a deal, a booking or an intent to go back: to whoever brought it, and no more than may go. */
export function AskRefundDrawer({ owner, sub, onClose }: AskRefundDrawerProps) {
  const { t } = useTranslation('payments');
  const held = useQuery(ask.payments.held({ noun: owner.noun, recordId: owner.id }));
  const title = t('askRefund');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={480} sub={sub}>
      <Loaded query={held}>{(found) => <AskForm owner={owner} held={found} onClose={onClose} />}</Loaded>
    </SideDrawer>
  );
}

function AskForm({ owner, held, onClose }: { owner: MoneyOwner; held: Held; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const [payerId, setPayerId] = useState(held.payers.find(({ most }) => most > 0)?.customerId);
  const most = held.payers.find(({ customerId }) => customerId === payerId)?.most ?? null;
  const [amount, setAmount] = useState<Fen | null>(most);
  const [reason, setReason] = useState('');
  const asking = useCommand(act.payments.askRefund, { onDone: onClose });
  const allowed = held.can['ask'];
  const refusal = asking.refusal ?? (allowed === true ? undefined : allowed);
  const submit = () => {
    if (payerId === undefined || amount === null || amount <= 0 || allowed !== true) return;
    void asking.send({ noun: owner.noun, recordId: owner.id, payeeId: payerId, amount, reason: reason.trim() });
  };
  return (
    <Form
      submitLabel={t('askRefund')}
      onSubmit={submit}
      onCancel={onClose}
      dirty={reason !== '' || amount !== most}
      busy={asking.pending}
    >
      <div className={styles.fields}>
        <div className={styles.figures}>
          <Figure label={t('heldMoney')} value={<Money value={held.held} />} />
          <Figure label={t('promisedMoney')} value={<Money value={held.promised} />} />
          <Figure label={t('mayGoBack')} value={<Money value={most} />} />
        </div>
        <Select
          label={t('payee')}
          data={held.payers.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
          value={payerId === undefined ? null : String(payerId)}
          allowDeselect={false}
          required
          onChange={(id) => id !== null && setPayerId(Number(id))}
        />
        <MoneyInput label={t('refundAmount')} value={amount} onChange={setAmount} capitals required autoFocus />
        <Textarea
          label={t('refundReason')}
          autosize
          minRows={2}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={styles.hint}>{t('askRefundHint')}</p>
        {refusal && (
          <div className={styles.refusal} role="alert">
            <RefusalText refusal={refusal} />
          </div>
        )}
      </div>
    </Form>
  );
}
