import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReceiptState } from '#shared/domain/payments/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { confirmAct } from './confirm.tsx';
import styles from './receipt-acts.module.css';

/** What the acts on a receipt need of it. */
export type ActedReceipt = {
  readonly id: number;
  readonly number: string;
  readonly amount: Fen;
  readonly payer: string;
  readonly state: ReceiptState;
  readonly can: Readonly<Record<string, true | Refusal>>;
  readonly version: number;
};

/** Issues the paper of a receipt, or finds the one that stands, and opens it. */
export function useReceiptPaper(): {
  readonly open: (receiptId: number) => void;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
} {
  const navigate = useNavigate();
  const issue = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  return {
    open: (receiptId) => void issue.send({ kind: 'depositReceipt', subjectId: receiptId }),
    pending: issue.pending,
    refusal: issue.refusal,
  };
}

/** Looks at the paper of a receipt, and voids it with a reason. One that was voided or exchanged offers neither. */
export function ReceiptActs({ receipt, onPaper }: { receipt: ActedReceipt; onPaper: (receiptId: number) => void }) {
  const { t } = useTranslation('payments');
  const voiding = useCommand(act.payments.voidReceipt);
  if (receipt.state !== 'valid') return null;
  const { number, amount, payer } = receipt;
  const askVoid = () =>
    confirmAct({
      title: t('voidTitle', { number }),
      consequence: t('voidConsequence', { amountFen: amount, payer }),
      confirmLabel: t('void'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => voiding.sendOrThrow({ receiptId: receipt.id, version: receipt.version, reason }),
    });
  return (
    <span className={styles.acts}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('paperOf', { number })}
        onClick={() => onPaper(receipt.id)}
      >
        {t('paper')}
      </Button>
      {receipt.can['void'] === true && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.danger}
          aria-label={t('voidOf', { number })}
          onClick={askVoid}
        >
          {t('void')}
        </Button>
      )}
    </span>
  );
}
