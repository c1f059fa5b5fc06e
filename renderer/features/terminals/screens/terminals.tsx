import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ListBody } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Countdown } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { HostDrawer } from '../components/host-drawer.tsx';
import { HostPanel } from '../components/host-panel.tsx';
import { PairDrawer } from '../components/pair-drawer.tsx';
import { SessionList } from '../components/session-list.tsx';
import { TerminalDrawer, type TerminalTask } from '../components/terminal-drawer.tsx';
import { TerminalList } from '../components/terminal-list.tsx';
import styles from '../components/terminals.module.css';
import { useHost } from '../use-host.ts';
import { usePairing } from '../use-pairing.ts';

/** What is open over the page. */
type Open = { readonly kind: 'serve' } | TerminalTask;

/** Pairing has an address of its own: the palette opens it from anywhere. */
const addressSchema = z.object({ pair: z.boolean().optional() });

/** The office's host, its terminals, and who is logged in at them. */
export function TerminalsScreen() {
  const { t } = useTranslation('terminals');
  const host = useHost();
  const list = useQuery(ask.terminals.list({}));
  const sessions = useQuery(ask.terminals.sessions({}));
  const pairing = usePairing();
  const person = usePerson();
  const [open, setOpen] = useState<Open>();
  const [{ pair: isPairing }, change] = useAddressState(addressSchema);
  const pair = () => change({ pair: true });
  const close = () => setOpen(undefined);
  const closePairing = () => change({ pair: undefined }, { replace: true });
  const serve = () => setOpen({ kind: 'serve' });
  const inUse = list.data?.filter(({ state }) => state === 'active');
  const online = inUse?.filter(({ windows }) => windows > 0).length ?? 0;
  const mayServe = host.state?.able === true && person.may('settings.write');
  const here = sessions.data?.find(({ own }) => own)?.terminalId ?? undefined;
  const code = pairing.data?.open ?? null;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={inUse && (inUse.length === 0 ? t('subNone') : t('sub', { count: inUse.length, online }))}
          state={
            code && (
              <Signal tone="ink">
                {t('codeOpen')} <Countdown expiresAt={code.until} />
              </Signal>
            )
          }
          actions={
            <Button leftSection={code ? undefined : <IconPlus size={15} />} onClick={pair}>
              {t(code ? 'showCode' : 'pair')}
            </Button>
          }
        />
      }
    >
      <ListBody>
        <div className={styles.main}>
          <TerminalList here={here} onTask={setOpen} onPair={pair} />
          <SessionList />
        </div>
        <HostPanel host={host} mayServe={person.may('settings.write')} onServe={serve} />
      </ListBody>
      {isPairing === true && open === undefined && (
        <PairDrawer host={host} onServe={mayServe ? serve : undefined} onClose={closePairing} />
      )}
      {open?.kind === 'serve' && host.state && (
        <HostDrawer state={host.state} networks={host.networks} onClose={close} />
      )}
      {open !== undefined && 'terminal' in open && <TerminalDrawer task={open} onClose={close} />}
    </Page>
  );
}
