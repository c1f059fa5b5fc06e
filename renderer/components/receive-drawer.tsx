import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { ask } from '../lib/office.ts';
import { Loaded } from './data-states.tsx';
import { SideDrawer } from './panel.tsx';
import { useReceiptPaper } from './receipt-acts.tsx';
import styles from './receive-drawer.module.css';
import { ReceiveForm, type Taken } from './receive-form.tsx';
import { RefusalText } from './refusal-text.tsx';

type ReceiveDrawerProps = {
  subscriptionId: number;
  /** The line of the plan that is chosen to begin with. */
  position?: number | undefined;
  onClose: () => void;
};

/**
 * Takes money on a deal: the deposit, or what is open in its plan, line by line; amount with capitals, payer, way of
 * paying; then the receipt one click away.
 */
export function ReceiveDrawer({ subscriptionId, position, onClose }: ReceiveDrawerProps) {
  const { t } = useTranslation('payments');
  const detail = useQuery(ask.subscriptions.detail({ subscriptionId }));
  const [taken, setTaken] = useState<Taken>();
  const row = detail.data?.row;
  const title = t(row === undefined || row.state === 'approved' ? 'receiveTitle' : 'receiveMoneyTitle');
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      width={480}
      sub={row && t('receiveSub', { number: row.number, unit: row.unit, buyers: row.buyers })}
    >
      <Loaded query={detail}>
        {(found) =>
          taken === undefined ? (
            <ReceiveForm detail={found} position={position} onTaken={setTaken} onClose={onClose} />
          ) : (
            <TakenNote taken={taken} onMore={() => setTaken(undefined)} onClose={onClose} />
          )
        }
      </Loaded>
    </SideDrawer>
  );
}

function TakenNote({ taken, onMore, onClose }: { taken: Taken; onMore: () => void; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation('common');
  const paper = useReceiptPaper();
  const { receiptId, number, amount, remaining, item } = taken;
  const rest = { number, missingFen: remaining };
  return (
    <div className={styles.taken} role="status">
      <h3>{t('taken', { amountFen: amount })}</h3>
      <p className={styles.capitals} lang="zh-CN">
        {capitalsOf(amount)}
      </p>
      <p>
        {item === 'deposit'
          ? t(remaining > 0 ? 'takenText' : 'takenComplete', rest)
          : t(remaining > 0 ? 'takenMoney' : 'takenAll', rest)}
      </p>
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
