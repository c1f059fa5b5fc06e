import { Anchor, Button, PasswordInput, Table, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatBytes } from '#renderer/lib/format.ts';
import type { RestoreState } from '#shared/api/pc-restore.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';
import type { RestoreSecret } from './use-restore.ts';

type RestoreChoiceProps = {
  state: Extract<RestoreState, { kind: 'found' }>;
  refused: Refusal | null;
  busy: boolean;
  onCheck: (stamp: string, secret: RestoreSecret | null) => void;
  onOther: () => void;
  cancel: ReactNode;
};

/** Which backup is to be restored, and what opens it. */
export function RestoreChoice({ state, refused, busy, onCheck, onOther, cancel }: RestoreChoiceProps) {
  const { t } = useTranslation('restores');
  const [chosen, setChosen] = useState(state.snapshots[0]?.stamp ?? '');
  const [way, setWay] = useState<'passphrase' | 'recovery'>(state.ways[0] ?? 'recovery');
  const [typed, setTyped] = useState('');
  const byKnown = state.keyKnown;
  const secret: RestoreSecret | null = byKnown
    ? null
    : way === 'recovery'
      ? { way, recoveryCode: typed }
      : { way, passphrase: typed };
  const refusal = state.refusal ?? refused;
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '' && (byKnown || typed !== '')) onCheck(chosen, secret);
      }}
    >
      <div className={styles.list} role="radiogroup" aria-label={t('found.list')}>
        <Table stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} />
              <Table.Th>{t('found.at')}</Table.Th>
              <Table.Th ta="right" w={110}>
                {t('found.events')}
              </Table.Th>
              <Table.Th ta="right" w={110}>
                {t('found.size')}
              </Table.Th>
              <Table.Th>{t('found.verified')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {state.snapshots.map(({ stamp, at, events, sizeBytes, verifiedAt }) => (
              <Table.Tr
                key={stamp}
                onClick={() => setChosen(stamp)}
                {...(stamp === chosen ? { style: { background: 'var(--zy-ink-soft)' } } : {})}
              >
                <Table.Td>
                  <input
                    type="radio"
                    name="backup"
                    value={stamp}
                    aria-label={stamp}
                    checked={stamp === chosen}
                    onChange={() => setChosen(stamp)}
                  />
                </Table.Td>
                <Table.Td>
                  <DateTimeText at={at} />
                </Table.Td>
                <Table.Td ta="right">{events.toLocaleString()}</Table.Td>
                <Table.Td ta="right">{formatBytes(sizeBytes)}</Table.Td>
                <Table.Td>
                  <DateTimeText at={verifiedAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {!byKnown &&
        (way === 'recovery' ? (
          <TextInput
            label={t('found.recovery')}
            description={t('found.recoveryHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <PasswordInput
            label={t('found.passphrase')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ))}
      {refusal !== null && <RefusalText refusal={refusal} />}
      <div className={styles.row}>
        <Button type="submit" size="md" loading={busy} disabled={chosen === '' || (!byKnown && typed === '')}>
          {t('found.check')}
        </Button>
        <Button variant="default" size="md" disabled={busy} onClick={onOther}>
          {t('found.other')}
        </Button>
      </div>
      <div className={styles.ways}>
        {!byKnown && state.ways.length > 1 && (
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              setWay(way === 'recovery' ? 'passphrase' : 'recovery');
              setTyped('');
            }}
          >
            {t(way === 'recovery' ? 'found.byPassphrase' : 'found.byRecovery')}
          </Anchor>
        )}
        {cancel}
      </div>
    </form>
  );
}
