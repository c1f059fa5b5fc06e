import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { signingPlace } from '#shared/api/contract-record.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { confirmAct } from './confirm.tsx';
import { RefusalText } from './refusal-text.tsx';
import { Signal } from './signal.tsx';
import styles from './signing-list.module.css';

type Place = z.output<typeof signingPlace>;

type SigningListProps = {
  signing: readonly Place[];
  allowed: true | Refusal | undefined;
  pending: boolean;
  /** What follows once the seller's seal is on it. */
  sealConsequence: string;
  onSign: (place: Pick<Place, 'party' | 'customerId'> & { readonly byProxy: boolean }) => Promise<unknown>;
};

/** Who signs in which order; the next one is recorded here, the seller's seal last. */
export function SigningList({ signing, allowed, pending, sealConsequence, onSign }: SigningListProps) {
  const { t } = useTranslation('contracts');
  const [byProxy, setByProxy] = useState(false);
  const next = signing.find(({ signedOn }) => signedOn === null);
  const ask = ({ party, customerId, name }: Place) => {
    const seller = party === 'seller';
    confirmAct({
      title: t(seller ? 'sealTitle' : 'signTitle', { name }),
      consequence: seller ? sealConsequence : t('signConsequence'),
      confirmLabel: t(seller ? 'sealNow' : 'signNow'),
      danger: seller,
      onConfirm: async () => {
        await onSign({ party, customerId, byProxy: byProxy && !seller });
        setByProxy(false);
      },
    });
  };
  return (
    <>
      <ol className={styles.list}>
        {signing.map(({ party, customerId, name, signedOn, byProxy: proxied, recordedBy }, index) => (
          <li key={customerId ?? party} className={styles.line}>
            <span>{index + 1}</span>
            <p>
              {name}
              <small>
                {t(party)}
                {recordedBy !== '' && ` · ${recordedBy}`}
                {proxied && ` · ${t('proxy')}`}
              </small>
            </p>
            {signedOn !== null && (
              <Signal tone="ok">{t(party === 'seller' ? 'sealedAt' : 'signedAt', { signedOn })}</Signal>
            )}
          </li>
        ))}
      </ol>
      {next !== undefined && allowed === true && (
        <div className={styles.sign}>
          <Button size="xs" loading={pending} onClick={() => ask(next)}>
            {t(next.party === 'seller' ? 'sealNow' : 'signNow')}
          </Button>
          {next.party === 'buyer' && (
            <Checkbox
              label={t('byProxy')}
              checked={byProxy}
              onChange={(event) => setByProxy(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      {next !== undefined && allowed !== true && allowed !== undefined && <RefusalText refusal={allowed} />}
    </>
  );
}
