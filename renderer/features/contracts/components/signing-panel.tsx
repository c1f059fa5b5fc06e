import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** Who signs in which order; the next one is recorded here, the seller's seal last. */
export function SigningPanel({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { row, signing, version } = detail;
  const [byProxy, setByProxy] = useState(false);
  const sign = useCommand(act.contracts.sign, { onDone: () => setByProxy(false) });
  const next = signing.find(({ signedOn }) => signedOn === null);
  const allowed = detail.can['sign'];
  const ask = ({ party, customerId, name }: (typeof signing)[number]) => {
    const seller = party === 'seller';
    confirmAct({
      title: t(seller ? 'sealTitle' : 'signTitle', { name }),
      consequence: seller ? t('sealConsequence', { unit: row.unit }) : t('signConsequence'),
      confirmLabel: t(seller ? 'sealNow' : 'signNow'),
      danger: seller,
      onConfirm: () =>
        sign.sendOrThrow({ contractId: row.id, version, party, customerId, byProxy: byProxy && !seller }),
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
                {party === 'seller' ? t('seller') : t('buyers')}
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
          <Button size="xs" loading={sign.pending} onClick={() => ask(next)}>
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
