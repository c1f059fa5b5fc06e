import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from '../screens/subscription.module.css';

/** Booking and earnest money of the buyers that can become the deposit of their deal, one click each. */
export function ExchangeMoney({ subscriptionId }: { subscriptionId: number }) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const { may } = usePerson();
  const found = useQuery({
    ...ask.payments.exchangeable({ subscriptionId }),
    enabled: may('payments.read') && may('payments.receive'),
  }).data;
  const exchange = useCommand(act.payments.exchange);
  if (found === undefined || found.length === 0) return null;
  return (
    <div className={styles.note}>
      {found.map(({ receiptId, number, item, amount, payer, can, version }) => (
        <p key={receiptId}>
          {t('exchangeLine', { payer, item: labels(`receiptItems.${item}`), amountFen: amount, number })}{' '}
          {can['exchange'] === true && (
            <Button
              variant="default"
              size="compact-sm"
              loading={exchange.pending}
              aria-label={t('exchangeOf', { number })}
              onClick={() => void exchange.send({ receiptId, version, subscriptionId })}
            >
              {t('exchange')}
            </Button>
          )}
        </p>
      ))}
      {exchange.refusal && (
        <div role="alert">
          <RefusalText refusal={exchange.refusal} />
        </div>
      )}
    </div>
  );
}
