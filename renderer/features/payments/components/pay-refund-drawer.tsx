import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Form } from '#renderer/components/form.tsx';
import { Figure } from '#renderer/components/page.tsx';
import { PaidBy } from '#renderer/components/paid-by.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Money } from '#renderer/components/values.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { payments } from '#shared/api/payments.ts';
import type { PaymentMethod } from '#shared/domain/payments/states.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';

/** A refund as the list shows it. */
export type Refund = z.output<typeof payments.refunds.output>['rows'][number];

type PayRefundDrawerProps = {
  refund: Refund;
  /** The ways of paying that the office uses. */
  methods: readonly PaymentMethod[];
  onClose: () => void;
};

/** Pays out a refund that was agreed to: how, and under which number of the bank. */
export function PayRefundDrawer({ refund, methods, onClose }: PayRefundDrawerProps) {
  const { t } = useTranslation('payments');
  const [chosen, setMethod] = useState<PaymentMethod>();
  const method = chosen ?? methods[0] ?? 'transfer';
  const [reference, setReference] = useState('');
  const paying = useCommand(act.payments.refund, { onDone: onClose });
  const allowed = refund.can['pay'];
  const refusal = paying.refusal ?? (allowed === true ? undefined : allowed);
  const title = t('payRefund');
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      width={480}
      sub={t('refundSub', { number: refund.number, of: refund.of, unit: refund.unit })}
    >
      <Form
        submitLabel={t('payRefund')}
        onSubmit={() =>
          void paying.send({ refundId: refund.id, version: refund.version, method, reference: reference.trim() })
        }
        onCancel={onClose}
        dirty={reference !== ''}
        busy={paying.pending}
      >
        <div className={styles.fields}>
          <div className={styles.figures}>
            <Figure label={t('payee')} value={refund.lender || refund.payee} />
            <Figure label={t('refundAmount')} value={<Money value={refund.amount} />} />
            <Figure label={t('requestedBy')} value={refund.requestedBy} />
            {refund.interest > 0 && (
              <>
                <Figure label={t('interest')} value={<Money value={refund.interest} />} />
                <Figure label={t('paidInAll')} value={<Money value={refund.sum} />} />
              </>
            )}
          </div>
          <p className={styles.capitals} lang="zh-CN">
            {capitalsOf(refund.sum)}
          </p>
          <PaidBy
            label={t('refundMethod')}
            methods={methods}
            method={method}
            onMethod={setMethod}
            reference={reference}
            onReference={setReference}
          />
          {refund.interest > 0 && <p className={styles.hint}>{t('payWithInterest', { sumFen: refund.sum })}</p>}
          <p className={styles.hint}>{t('payRefundHint')}</p>
          {refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
