import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowsSkeleton } from '#renderer/components/data-states.tsx';
import { type Option, OptionButtons } from '#renderer/components/filters.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { terminals } from '#shared/api/terminals.ts';
import { type PairingKind, pairingKinds } from '#shared/domain/terminals/pairing.ts';
import type { Pairing } from '../terminal-list.ts';
import type { Host } from '../use-host.ts';
import { usePairing } from '../use-pairing.ts';
import { CodeBox, HostAddresses } from './code-box.tsx';
import styles from './terminals.module.css';

type PairDrawerProps = {
  host: Host;
  /** Makes this PC the host first; absent where whoever is here may not. */
  onServe: (() => void) | undefined;
  onClose: () => void;
};

/** Shows the code that lets a new terminal in, and closes by itself once it is in. */
export function PairDrawer({ host, onServe, onClose }: PairDrawerProps) {
  const { t } = useTranslation('terminals');
  const pairing = usePairing();
  const code = pairing.data?.open ?? null;
  const [shown, setShown] = useState(false);
  if (code !== null && !shown) setShown(true);
  const paired = pairing.data?.paired ?? [];
  usePaired(shown && pairing.data?.ended === 'paired' ? paired.at(-1)?.name : undefined, onClose);
  const close = useCommand(act.terminals.closePairing, {
    onDone: () => {
      notifications.show({ message: t('pairing.closed') });
      onClose();
    },
  });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('pairing.title')}
      title={t('pairing.title')}
      width={440}
      foot={
        code === null ? undefined : (
          <Button variant="default" loading={close.pending} onClick={() => void close.send({})}>
            {t('pairing.close')}
          </Button>
        )
      }
    >
      <div className={styles.pairing}>
        {pairing.error !== null && <RefusalBox refusal={refusalOf(pairing.error)} />}
        {close.refusal && <RefusalBox refusal={close.refusal} />}
        {pairing.isPending && <RowsSkeleton rows={4} />}
        {code && <OpenCode pairing={code} addresses={host.addresses} paired={paired} />}
        {pairing.data && code === null && nobodyServes(host) && <NoHost onServe={onServe} />}
        {pairing.data && code === null && !nobodyServes(host) && <NewCode ended={shown ? pairing.data.ended : null} />}
      </div>
    </SideDrawer>
  );
}

function nobodyServes({ state, joined }: Host): boolean {
  return state?.running === false && joined === undefined;
}

/** No terminal can come to a PC that is no host. */
function NoHost({ onServe }: Pick<PairDrawerProps, 'onServe'>) {
  const { t } = useTranslation('terminals');
  return (
    <>
      <p>{t('pairing.noHost')}</p>
      <p className={styles.hint}>{t(onServe === undefined ? 'host.onlyAdministrator' : 'host.means')}</p>
      {onServe && (
        <div>
          <Button size="md" data-autofocus onClick={onServe}>
            {t('host.start')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Says once who has come in, and then that it is done. */
function usePaired(name: string | undefined, onDone: () => void): void {
  const { t } = useTranslation('terminals');
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (name === undefined) return;
    notifications.show({ title: t('pairing.paired', { name }), message: t('pairing.pairedText') });
    done.current();
  }, [name, t]);
}

type OpenCodeProps = {
  pairing: Pairing;
  addresses: readonly string[];
  paired: readonly { readonly id: number; readonly name: string }[];
};

/** The code in large letters, how long and how often it may be tried, and what to do with it. */
function OpenCode({ pairing, addresses, paired }: OpenCodeProps) {
  const { t } = useTranslation('terminals');
  return (
    <>
      <CodeBox pairing={pairing} />
      <ol className={styles.steps}>
        <li>{t('pairing.steps.start')}</li>
        <li>
          {t('pairing.steps.host')}
          {addresses.length === 0 ? (
            <p className={styles.hint}>{t('pairing.noAddress')}</p>
          ) : (
            <HostAddresses addresses={addresses} />
          )}
        </li>
        <li>{t('pairing.steps.code')}</li>
      </ol>
      <p className={styles.hint}>{t(`pairing.about.${pairing.kind}`)}</p>
      {pairing.kind === 'all' && paired.length > 0 && (
        <div role="status">
          <h3>{t('pairing.joined')}</h3>
          <ul className={styles.joined}>
            {paired.map(({ id, name }) => (
              <li key={id}>
                <StatusBadge tone="ok">{name}</StatusBadge>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

type Ending = z.output<typeof terminals.pairing.output>['ended'];

/** Whom a code is for, and why the last one is good no more; the code itself is made by the office. */
function NewCode({ ended }: { ended: Ending }) {
  const { t } = useTranslation('terminals');
  const [kind, setKind] = useState<PairingKind>('one');
  const open = useCommand(act.terminals.openPairing);
  const options: Option<PairingKind>[] = pairingKinds.map((value) => ({
    value,
    label: t(`pairing.kinds.${value}`),
    note: t(`pairing.validity.${value}`),
  }));
  const over = ended === 'wrongCodes' || ended === 'runOut';
  return (
    <>
      {over && (
        <p className={styles.over} role="status">
          <Signal tone="amber">{t('pairing.over')}</Signal>
          {t(`pairing.ended.${ended}`)}
        </p>
      )}
      <OptionButtons label={t('pairing.kind')} options={options} value={kind} onChange={setKind} numbered />
      <p className={styles.hint}>{t(`pairing.about.${kind}`)}</p>
      {open.refusal && <RefusalBox refusal={open.refusal} />}
      <div>
        <Button size="md" data-autofocus loading={open.pending} onClick={() => void open.send({ kind })}>
          {t(over ? 'pairing.again' : 'pairing.show')}
        </Button>
      </div>
    </>
  );
}
