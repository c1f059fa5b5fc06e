import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

/** The recovery code of a new office: written down and typed back before the first day begins. */
export function Recovery({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('entrance');
  const [typed, setTyped] = useState('');
  const offered = useQuery({
    queryKey: ['recovery-code'],
    queryFn: async () => (await thisPc()).gate.offerRecoveryCode({}),
  });
  const confirm = useMutation({
    mutationFn: async () => (await thisPc()).gate.confirmRecoveryCode({ typed }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <Stage title={t('recoveryTitle')} text={t('recoveryText')} wide>
      <form className={styles.stack} onSubmit={submit}>
        <output className={styles.code}>{offered.data?.code ?? '…'}</output>
        <TextInput
          label={t('recoveryTyped')}
          value={typed}
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {offered.error !== null && <RefusalText refusal={refusalOf(offered.error)} />}
        {confirm.error !== null && <RefusalText refusal={refusalOf(confirm.error)} />}
        <div className={styles.row}>
          <Button type="submit" size="md" loading={confirm.isPending} disabled={typed === ''}>
            {t('finish')}
          </Button>
          <Button variant="default" size="md" onClick={() => window.print()}>
            {t('printCode')}
          </Button>
          <Button variant="subtle" size="md" onClick={onDone}>
            {t('recoveryLater')}
          </Button>
        </div>
      </form>
    </Stage>
  );
}
