import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { thisPc } from '#renderer/lib/office.ts';
import { type Host, type HostState, hostKey } from '../use-host.ts';
import styles from './terminals.module.css';

type HostPanelProps = { host: Host; mayServe: boolean; onServe: () => void };

/** How this PC serves the office's terminals, or at whose host it is one itself. */
export function HostPanel({ host, mayServe, onServe }: HostPanelProps) {
  const { t } = useTranslation('terminals');
  const { state, joined } = host;
  const serves = state?.running === true;
  return (
    <SidePanel
      label={t('host.title')}
      title={t(joined === undefined ? 'host.title' : 'host.titleElsewhere')}
      width={356}
      state={
        state &&
        joined === undefined && (
          <StatusBadge tone={serves ? 'ok' : state.problem === null ? 'plain' : 'seal'}>
            {t(serves ? 'host.running' : 'host.stopped')}
          </StatusBadge>
        )
      }
      foot={state?.able && mayServe ? <HostButtons state={state} onServe={onServe} /> : undefined}
    >
      {host.error !== null && state === undefined && <ErrorState error={host.error} onRetry={host.retry} />}
      {host.error === null && state === undefined && <RowsSkeleton rows={4} />}
      {state && joined !== undefined && <AtAnotherHost at={joined.at} name={joined.name} />}
      {state && joined === undefined && (
        <>
          {state.problem !== null && <RefusalBox refusal={state.problem} />}
          {serves ? <Serving host={host} state={state} /> : <NotServing able={state.able} />}
          {state.able && !mayServe && (
            <PanelBlock>
              <p className={styles.hint}>{t('host.onlyAdministrator')}</p>
            </PanelBlock>
          )}
        </>
      )}
    </SidePanel>
  );
}

function AtAnotherHost({ at, name }: { at: string; name: string }) {
  const { t } = useTranslation('terminals');
  return (
    <>
      <PanelBlock>
        <Addresses label={t('host.atHost')} addresses={[at]} />
      </PanelBlock>
      <PanelBlock>
        <div className={styles.fields}>
          <Facts items={[{ label: t('host.thisTerminal'), value: name }]} />
          <p className={styles.hint}>{t('host.elsewhere')}</p>
        </div>
      </PanelBlock>
    </>
  );
}

function Serving({ host, state }: { host: Host; state: HostState }) {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const facts: Fact[] = [
    { key: 'network', label: t('host.network'), value: state.interface ?? t('host.allNetworks') },
    { key: 'port', label: t('host.port'), value: String(state.port) },
    { key: 'since', label: t('host.since'), value: <DateTimeText at={state.since} short /> },
    { key: 'terminals', label: t('host.connected'), value: t('list.count', { count: state.terminals }) },
    { key: 'autostart', label: t('host.autostart'), value: common(state.autostart ? 'yes' : 'no') },
  ];
  return (
    <>
      <PanelBlock>
        <Addresses label={t('host.addresses')} addresses={host.addresses} />
      </PanelBlock>
      <PanelBlock>
        <div className={styles.fields}>
          <Facts items={facts} />
          <p className={styles.hint}>{t('host.stays')}</p>
        </div>
      </PanelBlock>
    </>
  );
}

function NotServing({ able }: { able: boolean }) {
  const { t } = useTranslation('terminals');
  return (
    <PanelBlock>
      <div className={styles.fields}>
        <p>{t('host.alone')}</p>
        <p className={styles.hint}>{t(able ? 'host.means' : 'host.unable')}</p>
      </div>
    </PanelBlock>
  );
}

/** What is typed on a terminal, in letters that can be read from the next desk. */
function Addresses({ label, addresses }: { label: string; addresses: readonly string[] }) {
  const { t } = useTranslation('terminals');
  if (addresses.length === 0) return <p>{t('host.noNetwork')}</p>;
  return (
    <>
      <p className={styles.label}>{label}</p>
      <ul className={styles.addresses}>
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
    </>
  );
}

function HostButtons({ state, onServe }: { state: HostState; onServe: () => void }) {
  const { t } = useTranslation('terminals');
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: async () => (await thisPc()).host.stop({}),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: hostKey });
      notifications.show({ message: t('host.hasStopped') });
    },
  });
  if (!state.running)
    return (
      <Button size="md" fullWidth onClick={onServe}>
        {t('host.start')}
      </Button>
    );
  const askStop = () =>
    confirmAct({
      title: t('host.stopTitle'),
      consequence: state.terminals > 0 ? t('host.stopCut', { count: state.terminals }) : t('host.stopText'),
      confirmLabel: t('host.stop'),
      danger: true,
      onConfirm: () => stop.mutateAsync(),
    });
  return (
    <div className={styles.hostButtons}>
      <Button variant="default" size="md" onClick={onServe}>
        {t('host.change')}
      </Button>
      <Button variant="default" size="md" className={styles.danger} onClick={askStop}>
        {t('host.stop')}
      </Button>
    </div>
  );
}
