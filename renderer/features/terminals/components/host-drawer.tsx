import { NumberInput, Select, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import type { HostNetwork } from '../terminal-list.ts';
import { type HostState, hostKey } from '../use-host.ts';
import styles from './terminals.module.css';

const LARGEST_PORT = 65_535;

type HostDrawerProps = { state: HostState; networks: readonly HostNetwork[]; onClose: () => void };

/** Makes this PC the host, or changes how it is one. */
export function HostDrawer({ state, networks, onClose }: HostDrawerProps) {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const client = useQueryClient();
  const opened = useAsOpened(state);
  const [port, setPort] = useState<number | string>(opened.port);
  const [network, setNetwork] = useState(opened.interface);
  // Whoever makes a PC the host wants it to be there in the morning.
  const [autostart, setAutostart] = useState(opened.running ? opened.autostart : true);
  const start = useMutation({
    mutationFn: async ({ takeOver }: { takeOver: boolean }) =>
      (await thisPc()).host.start({ port: Number(port), interface: network, autostart, takeOver }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: hostKey });
      notifications.show({ message: t(opened.running ? 'host.hasChanged' : 'host.hasStarted') });
      onClose();
    },
    onError: (error) => {
      const { code, params } = refusalOf(error);
      if (code === 'HOST_ELSEWHERE') askTakeOver(t('host.takeOverText', { name: String(params?.['name'] ?? '') }));
      if (code === 'OFFICE_SUPERSEDED') askTakeOver(t('host.takeOverAgain'));
    },
  });
  const askTakeOver = (consequence: string) =>
    confirmAct({
      title: t('host.takeOverTitle'),
      consequence,
      confirmLabel: t('host.takeOver'),
      danger: true,
      onConfirm: () => start.mutateAsync({ takeOver: true }),
    });
  const title = t(opened.running ? 'host.changeTitle' : 'host.start');
  const names = [...new Set(networks.map((one) => one.interface))];
  const addressesAt = (name: string) =>
    networks
      .filter((one) => one.interface === name)
      .map(({ address }) => address)
      .join('  ');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={420}>
      <Form
        submitLabel={opened.running ? common('save') : t('host.startAct')}
        onSubmit={() => start.mutate({ takeOver: false })}
        onCancel={onClose}
        dirty={port !== opened.port || network !== opened.interface}
        busy={start.isPending}
        error={start.error}
      >
        <div className={styles.fields}>
          <Select
            label={t('host.network')}
            description={t('host.networkHint')}
            data={[
              { value: '', label: t('host.allNetworks') },
              ...names.map((name) => ({ value: name, label: `${name}  ${addressesAt(name)}` })),
            ]}
            value={network ?? ''}
            allowDeselect={false}
            data-autofocus
            onChange={(next) => setNetwork(next === null || next === '' ? null : next)}
          />
          <NumberInput
            label={t('host.port')}
            description={t('host.portHint')}
            value={port}
            required
            min={1}
            max={LARGEST_PORT}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={setPort}
          />
          <Switch
            label={t('host.autostart')}
            description={t('host.autostartHint')}
            checked={autostart}
            onChange={(event) => setAutostart(event.currentTarget.checked)}
          />
          <p className={styles.hint}>{t(opened.running ? 'host.restarts' : 'host.firewall')}</p>
        </div>
      </Form>
    </SideDrawer>
  );
}
