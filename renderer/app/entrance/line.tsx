import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useLink } from '#renderer/lib/link-state.ts';
import { reconnectOffice } from '#renderer/lib/office.ts';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import type { LinkState, pcApi } from '#shared/api/pc.ts';
import { shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';
import { Join } from './join.tsx';
import { type RefusedLine, refusedLine } from './refused-line.ts';
import { Stage } from './stage.tsx';
import { useLeaveOffice } from './use-gate.ts';

/** After this the way out is offered too, ms: a host that starts takes some seconds. */
const PATIENCE_MS = 4_000;

/** A terminal: its screens once the host is there, and what to do where it is not or does not want this PC. */
export function Line({ officeName, children }: { officeName: string; children: ReactNode }) {
  const link = useLink();
  const client = useQueryClient();
  const [pairing, setPairing] = useState(false);
  const known = useQuery(pcRoleQuery);
  const joined = known.data?.kind === 'joined' ? known.data : undefined;
  const refused = link.kind === 'refused' ? refusedLine(link.refusal.code) : 'wait';
  const wasOpen = useRef(false);
  if (link.kind === 'open') wasOpen.current = true;
  useEffect(() => {
    // Nothing of the office stays on the screen of a PC that it does not let in any more.
    if (refused !== 'wait') client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'gate' });
    if (refused !== 'wait') wasOpen.current = false;
  }, [client, refused]);
  useEffect(() => {
    if (link.kind === 'open') setPairing(false);
  }, [link.kind]);
  useFollowed(link.kind, joined);
  const last = joined && { address: joined.address, port: joined.port, name: joined.terminalName };
  if (pairing)
    return (
      <Join
        {...(last === undefined ? {} : { known: last })}
        paired={refused !== 'unpaired'}
        onBack={() => setPairing(false)}
      />
    );
  const address = joined === undefined ? '' : shownHostAddress(joined);
  const pair = () => setPairing(true);
  if (link.kind === 'refused' && refused !== 'wait')
    return <Refused refusal={link.refusal} what={refused} office={officeName} address={address} onPair={pair} />;
  if (!wasOpen.current) return <Reaching office={officeName} address={address} onPair={pair} />;
  return children;
}

/** Says once that the host was found at another address by itself. */
function useFollowed(kind: LinkState['kind'], joined: Joined | undefined): void {
  const { t } = useTranslation('entrance');
  const client = useQueryClient();
  useEffect(() => {
    // Only who is back can have followed.
    if (kind === 'open') void client.invalidateQueries({ queryKey: pcRoleQuery.queryKey });
  }, [client, kind]);
  const at = joined?.followed?.at;
  const told = useRef(performance.timeOrigin);
  useEffect(() => {
    if (joined === undefined || at === undefined || at <= told.current) return;
    told.current = at;
    notifications.show({
      title: t('line.followed'),
      message: t('line.followedText', { address: shownHostAddress(joined), from: joined.followed?.from ?? '' }),
      autoClose: 15_000,
    });
  }, [at, joined, t]);
}

type Joined = Extract<z.output<typeof pcApi.terminal.state.output>, { kind: 'joined' }>;

type RefusedProps = {
  refusal: Refusal;
  what: Exclude<RefusedLine, 'wait'>;
  office: string;
  address: string;
  onPair: () => void;
};

/** The host is there and does not let this PC in: why, and what to do. */
function Refused({ refusal, what, office, address, onPair }: RefusedProps) {
  const { t } = useTranslation('entrance');
  const pairFirst = what === 'unpaired' || what === 'impostor' || what === 'superseded';
  return (
    <Stage title={t(`line.${what}`)}>
      <div className={styles.stack}>
        <div className={styles.seen} role="alert">
          <RefusalText refusal={refusal} />
        </div>
        <HostOf office={office} address={address} />
        <div className={styles.row}>
          <Button size="md" variant={pairFirst ? 'filled' : 'default'} autoFocus={pairFirst} onClick={onPair}>
            {what === 'unpaired' ? t('line.pairAgain') : t('line.change')}
          </Button>
          <Retry first={!pairFirst} />
        </div>
        <Leave office={office} />
      </div>
    </Stage>
  );
}

/** The program is open and the host was not there yet. */
function Reaching({ office, address, onPair }: { office: string; address: string; onPair: () => void }) {
  const { t } = useTranslation('entrance');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stage title={late ? t('line.notThere') : t('line.reaching')}>
      <div className={styles.stack}>
        <HostOf office={office} address={address} />
        {late && (
          <>
            <p className={styles.text} role="status">
              {t('line.notThereText')}
            </p>
            <div className={styles.row}>
              <Retry first />
              <Button variant="default" size="md" onClick={onPair}>
                {t('line.change')}
              </Button>
            </div>
            <Leave office={office} />
          </>
        )}
      </div>
    </Stage>
  );
}

function HostOf({ office, address }: { office: string; address: string }) {
  const { t } = useTranslation('entrance');
  return (
    <p className={styles.text}>
      {office}
      {address !== '' && ` · ${t('line.host')} ${address}`}
    </p>
  );
}

/** A new line is tried at once. */
function Retry({ first }: { first: boolean }) {
  const { t } = useTranslation('entrance');
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    await reconnectOffice();
    // So that one sees that something was tried, also where the answer is the same at once.
    setTimeout(() => setBusy(false), 600);
  };
  return (
    <Button
      size="md"
      variant={first ? 'filled' : 'default'}
      autoFocus={first}
      loading={busy}
      onClick={() => void retry()}
    >
      {t('line.tryAgain')}
    </Button>
  );
}

function Leave({ office }: { office: string }) {
  const { t } = useTranslation('entrance');
  const leave = useLeaveOffice();
  return (
    <div className={styles.ways}>
      <Anchor
        component="button"
        type="button"
        onClick={() =>
          confirmAct({
            title: t('line.leaveTitle', { office }),
            consequence: t('line.leaveText'),
            confirmLabel: t('line.leaveDo'),
            danger: true,
            onConfirm: leave,
          })
        }
      >
        {t('line.leave')}
      </Anchor>
    </div>
  );
}
