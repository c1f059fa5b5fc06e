import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaInput, MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FilingFiles } from '#renderer/components/missing-files.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { Area } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type FilingDrawerProps = { detail: ContractDetail; onClose: () => void; onAdd: (kind: AttachmentKind) => void };

/** Enters the number of the city's net-signing with what the city's contract says; the office compares (decision 14). */
export function FilingDrawer({ detail, onClose, onAdd }: FilingDrawerProps) {
  const { t } = useTranslation('contracts');
  const today = useToday();
  const [number, setNumber] = useState('');
  const [filedOn, setFiledOn] = useState<LocalDate | null>(today);
  const [price, setPrice] = useState<Fen | null>(null);
  const [size, setSize] = useState<Area | null>(null);
  const { row, version } = detail;
  const file = useCommand(act.contracts.file, {
    onDone: () => {
      notifications.show({ message: t('filedDone', { number: row.number }) });
      onClose();
    },
  });
  const title = t('filing');
  return (
    <SideDrawer opened label={title} title={title} sub={`${row.number} · ${row.unit}`} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={number !== '' || price !== null || size !== null}
        busy={file.pending}
        error={file.refusal}
        onSubmit={() => {
          if (filedOn !== null && price !== null && size !== null)
            void file.send({
              contractId: row.id,
              version,
              filingNumber: number.trim(),
              filedOn,
              price,
              builtArea: size,
            });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('filingHint')}</p>
          <FilingFiles files={detail.files} onClose={onClose} onAdd={onAdd} />
          <TextInput
            label={t('cityNumber')}
            required
            minLength={4}
            maxLength={40}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t('filedOn')} required value={filedOn} onChange={setFiledOn} to={today} />
          <MoneyInput label={t('cityPrice')} required capitals value={price} onChange={setPrice} />
          <AreaInput label={t('cityArea')} required value={size} onChange={setSize} />
        </div>
      </Form>
    </SideDrawer>
  );
}
