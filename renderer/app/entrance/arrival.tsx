import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { CodeBox, HostAddresses } from '#renderer/features/terminals/components/code-box.tsx';
import { type Host, hostKey, useHost } from '#renderer/features/terminals/use-host.ts';
import { usePairing } from '#renderer/features/terminals/use-pairing.ts';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useLiveChanges } from '#renderer/lib/live.ts';
import { act, ask, thisPc } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Arrival as ArrivalOf, followedOf } from '#shared/domain/relocation/arrival.ts';
import styles from './arrival.module.css';
import entrance from './entrance.module.css';
import { Stage } from './stage.tsx';

/** What came, when and from where, as the folder itself says. */
export function ArrivalFacts({ arrival }: { arrival: ArrivalOf }) {
  const { t } = useTranslation('relocation');
  const { officeName, at, from, totals } = arrival;
  return (
    <div className={styles.facts}>
      <Facts
        items={[
          { label: t('arrival.office'), value: officeName },
          { label: t('arrival.came'), value: t('arrival.cameText', { movedAt: at, from }) },
          { label: t('arrival.holds'), value: t('arrival.holdsText', totals) },
        ]}
      />
    </div>
  );
}

type ArrivalProps = { arrival: ArrivalOf; onDone: () => void; onLater: () => void };

/** An office that was moved to this PC, open here for the first time: makes the PC its host and brings the terminals back. */
export function Arrival({ arrival, onDone, onLater }: ArrivalProps) {
  const { t } = useTranslation('relocation');
  useLiveChanges();
  const host = useHost();
  const list = useQuery(ask.terminals.list({}));
  const settle = useMutation({
    mutationFn: async () => (await thisPc()).gate.settleArrival({}),
    onSuccess: onDone,
  });
  const terminals = list.data?.filter(({ state }) => state === 'active') ?? [];
  const missing = terminals.filter((terminal) => followedOf(terminal, arrival) === 'missing').length;
  const serves = host.state?.running === true;
  const complete = list.data !== undefined && missing === 0 && (serves || terminals.length === 0);
  return (
    <Stage title={t('arrival.title', { office: arrival.officeName })} wide>
      <div className={entrance.stack}>
        <ArrivalFacts arrival={arrival} />
        <ol className={styles.steps}>
          <Step done title={t('arrival.opened')} />
          <Step done={serves} title={t(serves ? 'arrival.isHost' : 'arrival.host')}>
            <MakeHost host={host} needed={terminals.length > 0} />
          </Step>
          <Step
            done={complete}
            title={t('arrival.terminals')}
            note={
              terminals.length > 0
                ? t('arrival.followed', { count: terminals.length - missing, of: terminals.length })
                : undefined
            }
          >
            {terminals.length === 0 ? (
              list.data !== undefined && <p className={styles.hint}>{t('arrival.noTerminals')}</p>
            ) : (
              <>
                <ul className={styles.terminals}>
                  {terminals.map((terminal) => (
                    <li key={terminal.id}>
                      <span>{terminal.name}</span>
                      <Followed how={followedOf(terminal, arrival)} />
                    </li>
                  ))}
                </ul>
                {missing > 0 && <OneCode host={host} />}
              </>
            )}
          </Step>
        </ol>
        {[host.error, list.error, settle.error].map(
          (error, at) => error !== null && error !== undefined && <RefusalText key={at} refusal={refusalOf(error)} />,
        )}
        <div className={entrance.row}>
          <Button
            size="md"
            variant={complete ? 'filled' : 'default'}
            loading={settle.isPending}
            onClick={() => settle.mutate()}
          >
            {t('arrival.finish')}
          </Button>
          <Button size="md" variant="subtle" onClick={onLater}>
            {t('arrival.later')}
          </Button>
          <span className={styles.hint}>{!complete && t('arrival.finishText')}</span>
        </div>
      </div>
    </Stage>
  );
}

type StepProps = { done: boolean; title: string; note?: string | undefined; children?: ReactNode };

function Step({ done, title, note, children }: StepProps) {
  return (
    <li className={styles.step} data-done={done || undefined}>
      <h2>
        {title}
        {done && <IconCheck size={15} stroke={2.2} aria-hidden="true" />}
        {note !== undefined && <small role="status">{note}</small>}
      </h2>
      {children}
    </li>
  );
}

const tones = { here: 'ok', was: 'ok', missing: 'amber' } as const satisfies Record<string, Tone>;

function Followed({ how }: { how: keyof typeof tones }) {
  const { t } = useTranslation('relocation');
  return <StatusBadge tone={tones[how]}>{t(`arrival.states.${how}`)}</StatusBadge>;
}

/** One press: as terminals expect it, on every network, and with the PC. */
function MakeHost({ host, needed }: { host: Host; needed: boolean }) {
  const { t } = useTranslation('relocation');
  const { t: words } = useTranslation('terminals');
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: async () => {
      const pc = await thisPc();
      const { port } = await pc.host.state({});
      return pc.host.start({ port, interface: null, autostart: true });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: hostKey }),
  });
  if (host.state?.running === true)
    return (
      <p className={styles.hint}>
        {words('host.addresses')} <HostAddresses addresses={host.addresses} />
      </p>
    );
  return (
    <>
      <p className={styles.hint}>{t(needed ? 'arrival.hostText' : 'arrival.hostNotNeeded')}</p>
      <div className={entrance.row}>
        <Button variant={needed ? 'filled' : 'default'} loading={start.isPending} onClick={() => start.mutate()}>
          {words('host.start')}
        </Button>
        <span className={styles.hint}>{words('host.firewall')}</span>
      </div>
      {start.error !== null && <RefusalText refusal={refusalOf(start.error)} />}
    </>
  );
}

/** The one code with which every terminal comes back that has not found the new host by itself. */
function OneCode({ host }: { host: Host }) {
  const { t } = useTranslation('relocation');
  const pairing = usePairing();
  const open = useCommand(act.terminals.openPairing);
  const code = pairing.data?.open;
  if (code?.kind === 'all')
    return (
      <>
        <CodeBox pairing={code} />
        <p className={styles.hint}>{t('arrival.codeText')}</p>
      </>
    );
  return (
    <>
      <p className={styles.hint}>{t('arrival.byItself')}</p>
      {open.refusal && <RefusalText refusal={open.refusal} />}
      <div>
        <Button
          variant="default"
          disabled={host.state?.running !== true}
          loading={open.pending}
          onClick={() => void open.send({ kind: 'all' })}
        >
          {t('arrival.showCode')}
        </Button>
      </div>
    </>
  );
}
