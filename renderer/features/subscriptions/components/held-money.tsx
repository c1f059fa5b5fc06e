import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskRefundDrawer } from '#renderer/components/ask-refund-drawer.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import styles from '../screens/subscription.module.css';

type HeldMoneyProps = { subscriptionId: number; number: string; unit: string };

/** What of a deal's money went back, was kept or is promised; whoever pays money out asks for more to go back from here. */
export function HeldMoney({ subscriptionId, number, unit }: HeldMoneyProps) {
  const { t } = useTranslation('payments');
  const mayRefund = usePerson().may('payments.refund');
  const mayRead = usePerson().may('payments.read');
  const [asking, setAsking] = useState(false);
  const held = useQuery({
    ...ask.payments.held({ noun: 'subscriptions', recordId: subscriptionId }),
    enabled: mayRead,
  }).data;
  if (held === undefined) return null;
  const { back, kept, promised, held: here } = held;
  const moved = back > 0 || kept > 0 || promised > 0;
  const can = mayRefund && held.can['ask'] === true;
  if (!moved && !can) return null;
  return (
    <div className={styles.note}>
      {moved && <p>{t('heldLine', { heldFen: here, backFen: back, keptFen: kept, promisedFen: promised })}</p>}
      {can && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('askRefund')}
        </Button>
      )}
      {asking && (
        <AskRefundDrawer
          owner={{ noun: 'subscriptions', id: subscriptionId }}
          sub={`${number} · ${unit}`}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
