import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FilingFiles } from '#renderer/components/missing-files.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** Enters that the registry has cancelled the filing of a contract, and says which scans of the agreement on its end lack. */
export function CancelFilingDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('agreements');
  const today = useToday();
  const [number, setNumber] = useState('');
  const [cancelledOn, setCancelledOn] = useState<LocalDate | null>(today);
  const { row, version } = detail;
  const navigate = useNavigate();
  const ending = detail.agreements.find(({ kind, state }) => kind === 'termination' && state !== 'dropped');
  const end = useQuery({
    ...ask.agreements.detail({ agreementId: ending?.id ?? 0 }),
    enabled: ending !== undefined,
  });
  const cancel = useCommand(act.contracts.cancelFiling, {
    onDone: () => {
      notifications.show({ message: t('cancelDone', { number: row.number }) });
      onClose();
    },
  });
  const title = t('cancelTitle');
  return (
    <SideDrawer opened label={title} title={title} sub={`${row.number} · ${row.filingNumber}`} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={number !== ''}
        busy={cancel.pending}
        error={cancel.refusal}
        onSubmit={() => {
          if (cancelledOn !== null)
            void cancel.send({ contractId: row.id, version, number: number.trim(), cancelledOn });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('cancelHint')}</p>
          {ending !== undefined && end.data !== undefined && (
            <FilingFiles
              files={end.data.files}
              onClose={onClose}
              onAdd={() => void navigate({ to: `/contracts/agreements/${ending.id}` as string })}
            />
          )}
          <TextInput
            label={t('cancelNumber')}
            required
            minLength={4}
            maxLength={40}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t('cancelledOn')} required value={cancelledOn} onChange={setCancelledOn} to={today} />
        </div>
      </Form>
    </SideDrawer>
  );
}
