import { Alert, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { formatCount, formatDateTime } from '#renderer/lib/format.ts';
import { connectOffice } from '#renderer/lib/office.ts';
import styles from './days.module.css';

/** Compares the log with what stands on a paper: the number of an entry and how its hash begins. */
export function CheckDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('days');
  const [seq, setSeq] = useState('');
  const [hash, setHash] = useState('');
  const check = useMutation({
    mutationFn: async (typed: { seq: number; hash: string }) => {
      const found = await (await connectOffice()).days.checkHead(typed);
      return { ...found, seq: typed.seq };
    },
  });
  const found = check.data;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('checkTitle')}
      title={t('checkTitle')}
      sub={t('checkSub')}
      width={440}
    >
      <Form
        submitLabel={t('checkRun')}
        onSubmit={() => check.mutate({ seq: Number(seq), hash })}
        onCancel={onClose}
        busy={check.isPending}
        error={check.error}
      >
        <TextInput
          label={t('checkSeq')}
          value={seq}
          required
          inputMode="numeric"
          pattern="[1-9][0-9]{0,9}"
          data-autofocus
          onChange={(event) => setSeq(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
        <TextInput
          label={t('checkHash')}
          description={t('checkHint')}
          value={hash}
          required
          minLength={8}
          maxLength={100}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setHash(event.currentTarget.value)}
        />
        {found !== undefined && (
          <Alert className={styles.verdict} color={found.verdict === 'fits' ? 'ink' : 'seal'} role="status">
            {t(`verdicts.${found.verdict}`, {
              seq: formatCount(found.seq),
              events: formatCount(found.events),
              at: found.at === null ? '' : formatDateTime(found.at),
            })}
          </Alert>
        )}
      </Form>
    </SideDrawer>
  );
}
