import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CaseDetail } from '../case-list.ts';
import styles from './cases.module.css';

/** Enters the bank of a loan, its years and the day on which its release is expected. */
export function LoanDrawer({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation('common');
  const { row, version } = detail;
  const [bank, setBank] = useState(row.bank);
  const [years, setYears] = useState<number | string>(row.loanYears ?? 30);
  const [expectedOn, setExpectedOn] = useState(row.expectedOn);
  const enter = useCommand(act.cases.enterLoan, { onDone: onClose });
  const save = () => {
    if (bank.trim() === '' || typeof years !== 'number') return;
    void enter.send({ caseId: row.id, version, bank: bank.trim(), loanYears: years, expectedOn });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('loanTitle')}
      title={t('loanTitle')}
      sub={`${row.buyer} · ${row.unit}`}
      width={400}
    >
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={bank !== row.bank || expectedOn !== row.expectedOn}
        busy={enter.pending}
      >
        <div className={styles.fields}>
          <TextInput
            label={t('loanBank')}
            value={bank}
            required
            maxLength={120}
            data-autofocus
            onChange={(event) => setBank(event.currentTarget.value)}
          />
          <NumberInput
            label={t('loanYears')}
            value={years}
            required
            min={1}
            max={30}
            allowDecimal={false}
            onChange={setYears}
          />
          <DateInput label={t('loanExpected')} value={expectedOn} onChange={setExpectedOn} />
          {enter.refusal && <RefusalText refusal={enter.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
