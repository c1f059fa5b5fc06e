import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { base64OfFile } from '#renderer/lib/bytes.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

const MAX_MEGABYTES = 20;

/** The city's own contract: its number and day, and its PDF, which is compared with ours before it is kept. */
export function CityPanel({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  const { row, version, city } = detail;
  const [replacing, setReplacing] = useState(false);
  const attach = useCommand(act.contracts.attachCity, {
    onDone: () => {
      setReplacing(false);
      notifications.show({ message: t('city.attached') });
    },
  });
  const send = async (file: File) => {
    const content = await base64OfFile(file);
    await attach.send({ contractId: row.id, version, file: { name: file.name, content } });
  };
  const { attached } = city;
  const allowed = city.can['attach'];
  const asks = allowed === true && (!attached || replacing);
  return (
    <div className={styles.papers}>
      {row.filingNumber !== '' && (
        <Facts
          items={[
            { label: t('filingNumber'), value: row.filingNumber },
            { label: t('filedOn'), value: <DateText day={row.filedOn} /> },
          ]}
        />
      )}
      {attached && (
        <div className={styles.city}>
          <Signal tone="ok">{t('city.agrees')}</Signal>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void navigate({ to: `/contracts/contracts/${row.id}/city` as string })}
          >
            {t('city.open')}
          </Button>
          {allowed === true && !replacing && (
            <Button variant="subtle" size="compact-sm" onClick={() => setReplacing(true)}>
              {t('city.replace')}
            </Button>
          )}
        </div>
      )}
      {asks && (
        <>
          <p className={styles.hint}>{t('city.hint')}</p>
          <FileDrop
            endings={['pdf']}
            maxMegabytes={MAX_MEGABYTES}
            disabled={attach.pending}
            onFiles={([file]) => file !== undefined && void send(file)}
          />
        </>
      )}
      {attach.pending && <p role="status">{t('city.reading')}</p>}
      {!attached && allowed !== true && allowed !== undefined && <p className={styles.hint}>{t('city.none')}</p>}
      {attach.refusal && (
        <div role="alert">
          <RefusalText refusal={attach.refusal} />
        </div>
      )}
    </div>
  );
}
