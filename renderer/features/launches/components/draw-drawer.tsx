import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { seedRefusal, seedText } from '#shared/domain/launches/draw.ts';
import type { LaunchPage } from '../launch-words.ts';
import styles from './launches.module.css';

/** Draws the places of a launch: the hash of the list stands first, then the public seed is typed. */
export function DrawDrawer({ launch, onClose }: { launch: LaunchPage; onClose: () => void }) {
  const { t } = useTranslation('launches');
  const [seed, setSeed] = useState('');
  const [seedSource, setSource] = useState('');
  const [witness, setWitness] = useState('');
  const [tried, setTried] = useState(false);
  const draw = useCommand(act.launches.draw, {
    onDone: ({ number }) => {
      notifications.show({ message: t('drawn', { number }) });
      onClose();
    },
  });
  const { published } = launch;
  const refusal = seedRefusal(seed);
  const count = published === null ? 0 : published.text.split('\n').length - 1;
  const send = () => {
    setTried(true);
    if (published === null || refusal !== undefined) return;
    confirmAct({
      title: t('drawConfirmTitle'),
      consequence: t('drawConfirm', { seed: seedText(seed), count }),
      confirmLabel: t('drawNow'),
      onConfirm: () =>
        draw.sendOrThrow({
          launchId: launch.row.id,
          listHash: published.hash,
          seed,
          seedSource: seedSource.trim(),
          witness: witness.trim(),
        }),
    });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('drawTitle')}
      title={t('drawTitle')}
      sub={launch.row.name}
      width={460}
    >
      <Form
        submitLabel={t('drawNow')}
        onSubmit={send}
        onCancel={onClose}
        dirty={seed !== ''}
        busy={draw.pending}
        error={draw.refusal}
      >
        <div className={styles.fields}>
          <p className={styles.note}>{t('drawHint')}</p>
          <div>
            <p className={styles.note}>{t('listHash')}</p>
            <div className={styles.hash}>{published?.hash}</div>
          </div>
          <TextInput
            label={t('seed')}
            description={t('seedHint')}
            value={seed}
            required
            maxLength={200}
            data-autofocus
            onChange={(event) => setSeed(event.currentTarget.value)}
          />
          {tried && refusal !== undefined && <RefusalText refusal={refusal} />}
          <TextInput
            label={t('seedSource')}
            description={t('seedSourceHint')}
            value={seedSource}
            required
            maxLength={120}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <TextInput
            label={t('witness')}
            description={t('witnessHint')}
            value={witness}
            required
            maxLength={120}
            onChange={(event) => setWitness(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
