import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyOwner } from '#shared/domain/payments/owned-money.ts';
import { ask } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import { AskRefundDrawer } from './ask-refund-drawer.tsx';
import styles from './held-money.module.css';

type HeldMoneyProps = {
  owner: MoneyOwner;
  /** The record and its home, as the drawer's second line says them. */
  sub: string;
};

/** What of a record's money went back, was kept or is promised; whoever pays money out asks for more to go back from here. */
export function HeldMoney({ owner, sub }: HeldMoneyProps) {
  const { t } = useTranslation('payments');
  const mayRefund = usePerson().may('payments.refund');
  const mayRead = usePerson().may('payments.read');
  const [asking, setAsking] = useState(false);
  const held = useQuery({
    ...ask.payments.held({ noun: owner.noun, recordId: owner.id }),
    enabled: mayRead,
  }).data;
  if (held === undefined) return null;
  const { back, kept, promised, held: here } = held;
  const moved = back > 0 || kept > 0 || promised > 0;
  const can = mayRefund && held.can['ask'] === true;
  if (!moved && !can) return null;
  return (
    <div className={styles.held}>
      {moved && <p>{t('heldLine', { heldFen: here, backFen: back, keptFen: kept, promisedFen: promised })}</p>}
      {can && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('askRefund')}
        </Button>
      )}
      {asking && <AskRefundDrawer owner={owner} sub={sub} onClose={() => setAsking(false)} />}
    </div>
  );
}
