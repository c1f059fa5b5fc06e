import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** Enters the voucher of the maintenance fund. */
export function FundDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const today = useToday();
  const { row, confirmations } = detail;
  const paid = confirmations.maintenanceFund;
  const [version] = useState(detail.version);
  const [paidOn, setPaidOn] = useState<LocalDate | null>(paid?.paidOn ?? today);
  const [voucher, setVoucher] = useState(paid?.voucher ?? '');
  const save = useCommand(act.contracts.recordFund, { onDone: onClose });
  const title = t('confirm.fund');
  return (
    <SideDrawer opened label={title} title={title} sub={`${row.number} · ${row.unit}`} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={voucher !== (paid?.voucher ?? '')}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() => {
          if (paidOn !== null)
            void save.send({ contractId: row.id, version, payment: { paidOn, voucher: voucher.trim() } });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('confirm.fundHint')}</p>
          <TextInput
            label={t('confirm.voucher')}
            required
            maxLength={60}
            data-autofocus
            value={voucher}
            onChange={(event) => setVoucher(event.currentTarget.value)}
          />
          <DateInput label={t('confirm.paidOn')} required value={paidOn} onChange={setPaidOn} to={today} />
        </div>
      </Form>
    </SideDrawer>
  );
}
