import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type SheetName, sheetsOffered } from '#shared/domain/documents/sheets.ts';
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

/** Issues the paper of a receipt on a sheet, or finds the one that stands, and opens it. */
export function useReceiptPaper(): {
  readonly open: (receiptId: number, sheet?: SheetName) => void;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
} {
  const navigate = useNavigate();
  const issue = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  return {
    open: (receiptId, sheet) =>
      void issue.send({ kind: 'depositReceipt', subjectId: receiptId, ...(sheet === undefined ? {} : { sheet }) }),
    pending: issue.pending,
    refusal: issue.refusal,
  };
}

type ReceiptActsProps = {
  receipt: ActedReceipt;
  onPaper: (receiptId: number, sheet?: SheetName) => void;
};

/** Looks at the paper of a receipt, on another sheet if asked, and voids it with a reason. One that was voided or exchanged offers neither. */
export function ReceiptActs({ receipt, onPaper }: ReceiptActsProps) {
  const { t } = useTranslation('payments');
  const { t: papers } = useTranslation('documents');
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
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" size="sm" aria-label={t('paperOn', { number })} title={t('paperOn', { number })}>
            <IconChevronDown size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {sheetsOffered('depositReceipt').map((sheet) => (
            <Menu.Item key={sheet} onClick={() => onPaper(receipt.id, sheet)}>
              {papers(`sheetNames.${sheet}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
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
