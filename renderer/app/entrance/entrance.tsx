import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { isCut, useLink } from '#renderer/lib/link-state.ts';
import { ask, onOfficeLost, thisPc } from '#renderer/lib/office.ts';
import { preferences } from '#renderer/lib/preferences.ts';
import { router } from '../routes.tsx';
import { Arrival } from './arrival.tsx';
import { EnterDemo, Locked, LogIn } from './log-in.tsx';
import { Recovery } from './recovery.tsx';
import type { OpenSession } from './session.ts';
import { SetUp } from './set-up.tsx';
import { Stage } from './stage.tsx';

/** Log in, lock and first start; its children once somebody is at work. */
export function Entrance({ children }: { children: (session: OpenSession) => ReactNode }) {
  const { t } = useTranslation('entrance');
  const client = useQueryClient();
  const current = useQuery(ask.session.current({}));
  const link = useLink();
  const [laterCode, setLaterCode] = useState(false);
  const [laterMoving, setLaterMoving] = useState(false);
  const open = () => void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'gate' });
  useEffect(() => onOfficeLost(() => void client.invalidateQueries({ queryKey: ['session'] })), [client]);
  const session = current.data;
  const person = session?.state === 'open' || session?.state === 'locked' ? session.person : undefined;
  usePreferencesOf(person);
  useOwnStart(person?.id);
  useNothingLeft(session !== undefined && session.state !== 'open');
  const administers = session?.state === 'open' && session.person.post === 'administrator';
  const movesIn = session?.state === 'open' && moving.every((needed) => session.person.permissions.includes(needed));
  const gate = useQuery({
    queryKey: ['gate', 'recovery'],
    queryFn: async () => (await thisPc()).gate.state({}),
    enabled: administers || movesIn,
  });
  // The host is away, and with it whoever could open this screen: nothing of the office is shown meanwhile.
  if (session === undefined && isCut(link)) return <Stage title={t('lockedTitle')} text={t('lockedAway')} />;
  if (session === undefined)
    return (
      <Stage title={t('opening')}>{current.error !== null && <RefusalText refusal={refusalOf(current.error)} />}</Stage>
    );
  if (session.state === 'setup') return <SetUp onOpen={open} />;
  if (session.state === 'login')
    return session.demo ? (
      <EnterDemo people={session.names} enterAs={window.zhiye.info.enterAs} onOpen={open} />
    ) : (
      <LogIn officeName={session.officeName} known={session.known} endedBy={session.endedBy} onOpen={open} />
    );
  if (session.state === 'locked') return <Locked name={session.person.name} onOpen={open} />;
  const codeMissing = gate.data?.kind === 'open' && !gate.data.demo && !gate.data.recoveryCode;
  if (administers && codeMissing && !laterCode)
    return (
      <Recovery
        onDone={() => {
          setLaterCode(true);
          void gate.refetch();
        }}
      />
    );
  const arrival = gate.data?.kind === 'open' ? gate.data.arrival : undefined;
  if (movesIn && arrival !== undefined && !laterMoving)
    return <Arrival arrival={arrival} onDone={() => void gate.refetch()} onLater={() => setLaterMoving(true)} />;
  return children(session);
}

/** What moving an office in takes: making its new PC the host, and bringing the terminals back. */
const moving = ['settings.write', 'terminals.manage'] as const;

/** Dresses the screens as the person at them likes it; their language is known to the office, so it follows them. */
function usePreferencesOf(person: OpenSession['person'] | undefined): void {
  const id = person?.id;
  const language = person?.language;
  useEffect(() => {
    preferences.usePerson(id);
    const chosen = language ?? 'system';
    if (id !== undefined && preferences.get().language !== chosen) preferences.change({ language: chosen });
  }, [id, language]);
}

/** Where nobody is at work nothing of the office stays behind: no answers, and nothing that floats over the entrance. */
function useNothingLeft(shut: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!shut) return;
    modals.closeAll();
    notifications.clean();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'gate' && queryKey[0] !== 'session' });
  }, [client, shut]);
}

/** Whoever sits down where somebody else sat begins at their own Today, without the notices of the one before. */
function useOwnStart(personId: number | undefined): void {
  const last = useRef<number>(undefined);
  useEffect(() => {
    if (personId === undefined) return;
    if (last.current !== undefined && last.current !== personId) {
      notifications.clean();
      void router.navigate({ to: '/today' });
    }
    last.current = personId;
  }, [personId]);
}
