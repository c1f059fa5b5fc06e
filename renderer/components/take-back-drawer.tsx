import { Autocomplete, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { Form } from './form.tsx';
import { FieldRow } from './page.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './subject-papers.module.css';
import type { Paper } from './subject-papers.tsx';

/** Usual reasons, in the order in which they come up. */
const usual = ['spoiled', 'corrected', 'returned'] as const;
const LONGEST_REASON = 200;

/** Copies of a paper that came back: spoiled in print, of a version that was corrected, or given back. */
export function TakeBackDrawer({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { number, issueVersion, copiesOutside, state } = paper;
  const [copies, setCopies] = useState<number | null>(state === 'voided' ? copiesOutside : 1);
  const first = t(`takeBackReasons.${state === 'voided' ? 'corrected' : 'spoiled'}`);
  const [reason, setReason] = useState<string>(first);
  const takeBack = useCommand(act.documents.takeBack, {
    onDone: ({ outside }) => {
      notifications.show({ message: t('takeBackDone', { count: outside }) });
      onClose();
    },
  });
  const title = t('takeBackTitle', { number });
  return (
    <SideDrawer
      opened
      label={title}
      title={title}
      sub={t('takeBackSub', { version: issueVersion, count: copiesOutside })}
      onClose={onClose}
    >
      <Form
        submitLabel={t('takeBack')}
        onCancel={onClose}
        dirty={reason !== first}
        busy={takeBack.pending}
        error={takeBack.refusal}
        onSubmit={() => {
          if (copies !== null) void takeBack.send({ documentId: paper.id, copies, reason: reason.trim() });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('takeBackHint')}</p>
          <FieldRow columns="140px 1fr">
            <NumberInput
              label={t('takeBackCopies')}
              required
              min={1}
              max={copiesOutside}
              allowDecimal={false}
              allowNegative={false}
              data-autofocus
              value={copies ?? ''}
              onChange={(typed) => setCopies(typeof typed === 'number' ? typed : null)}
            />
            <Autocomplete
              label={t('takeBackReason')}
              required
              maxLength={LONGEST_REASON}
              data={usual.map((one) => t(`takeBackReasons.${one}`))}
              filter={({ options }) => options}
              value={reason}
              onChange={setReason}
            />
          </FieldRow>
        </div>
      </Form>
    </SideDrawer>
  );
}
