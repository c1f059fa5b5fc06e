import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { OwnAccess } from '#renderer/features/accounts/components/own-access.tsx';
import { helpOf } from '#renderer/features/help/outline.ts';
import { NoticeBell } from '#renderer/features/notices/components/notice-bell.tsx';
import { catchFirstKeys } from '#renderer/lib/first-keys.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { onceBack } from '#renderer/lib/link.ts';
import { isCut, linkNow } from '#renderer/lib/link-state.ts';
import { useLiveChanges, useLiveState } from '#renderer/lib/live.ts';
import { act, ask, thisPc } from '#renderer/lib/office.ts';
import type { OfficeClock } from '#renderer/lib/office-clock.ts';
import { preferences } from '#renderer/lib/preferences.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { workDeskOf } from '#shared/domain/accounts/desks.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { useBackupAlarm } from './backup-alarm.tsx';
import { CommandPalette } from './command-palette.tsx';
import { pagesOf } from './desk-pages.ts';
import type { OpenSession } from './entrance/session.ts';
import { useLeftOver } from './left-over.tsx';
import { useLineModel } from './line-model.ts';
import { useLostActs } from './lost-acts-banner.ts';
import { useOpenPrints } from './open-prints.ts';
import { useCover, usePresence } from './presence.ts';
import { router } from './routes.tsx';
import { FrameProvider } from './shell/frame-context.ts';
import type { Banner, FrameModel } from './shell/frame-model.ts';

/** How often tasks are derived anew: some fall due by the clock alone, without anything happening in the office. */
const TASKS_MS = 60_000;

/** The page of the terminals with the pairing of another one open. */
const PAIRING = '/administration/terminals?pair=true';

/** From when on it is said that somebody writes an import. */
const LASTING_MS = 1000;

// Loaded when they are first wanted.
const HandbookPane = lazy(async () => ({
  default: (await import('#renderer/features/handbook/components/handbook-pane.tsx')).HandbookPane,
}));
const UnitDrawer = lazy(async () => ({
  default: (await import('#renderer/features/units/components/unit-drawer.tsx')).UnitDrawer,
}));

/** What stands beside the page. */
type Beside = { readonly what: 'handbook' } | { readonly what: 'unit'; readonly id: number };

type DeskProps = { session: OpenSession; clock: OfficeClock; children: ReactNode };

/** Somebody is at work: gives the frame what it shows and keeps every answer true. */
export function Desk({ session, clock, children }: DeskProps) {
  const { t } = useTranslation('shell');
  const { t: labels } = useTranslation('labels');
  const { t: delegated } = useTranslation('delegations');
  const { t: entrance } = useTranslation('entrance');
  const { t: notices } = useTranslation('notices');
  const { t: terminals } = useTranslation('terminals');
  const { t: handbook } = useTranslation('handbook');
  const client = useQueryClient();
  const [searching, setSearching] = useState(false);
  const [ownAccess, setOwnAccess] = useState(false);
  const [noticing, setNoticing] = useState(false);
  const [beside, setBeside] = useState<Beside>();
  const live = useLiveState();
  const line = useLineModel(live.connected);
  const leftOver = useLeftOver(session.person.id);
  const backupAlarm = useBackupAlarm(session.person.permissions);
  const lostActs = useLostActs();
  const openPrints = useOpenPrints(session.person.permissions, () => {
    void router.navigate({ to: '/contracts/prints' as string });
  });
  useLiveChanges();
  usePresence(clock);
  useEffect(() => catchFirstKeys((begin) => router.subscribe('onBeforeNavigate', begin)), []);
  useEffect(() => clock.setBy(session.now), [clock, session.now]);
  const tasks = useQuery({ ...ask.tasks.today({}), refetchInterval: TASKS_MS });
  const left = () => void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'gate' });
  const lock = useCommand(act.session.lock, { onDone: left });
  const speak = useCommand(act.session.setLanguage);
  const leaving = {
    onDone: () => {
      notifications.clean();
      void router.navigate({ to: '/today' });
      left();
    },
  };
  const stepAside = useCommand(act.session.stepAside, leaving);
  const logout = useCommand(act.session.logout, leaving);
  useHotkey('Ctrl+K', () => setSearching(true));
  const openHelp = () => {
    const { pathname } = router.state.location;
    if (pathname === '/help') return;
    const desk = helpOf(pathname, workDeskOf(session.person.post));
    void router.navigate({ to: '/help' as string, search: { desk } as never });
  };
  useHotkey('F1', openHelp);
  const mayLookUp = session.person.permissions.includes('handbook.read');
  const toggleHandbook = () => setBeside((now) => (now?.what === 'handbook' ? undefined : { what: 'handbook' }));
  useHotkey('Alt+K', mayLookUp ? toggleHandbook : undefined);
  const closeBeside = () => setBeside(undefined);
  const list = tasks.data?.tasks;
  const due = { count: list?.length ?? 0, late: list?.filter(({ overdue }) => overdue).length ?? 0 };
  // At a terminal the frame itself says that the host is away.
  const lost = line.state === 'connecting' && !line.terminal;
  const banners: Banner[] = lost ? [{ key: 'lost', tone: 'amber', text: entrance('lost') }] : [];
  if (session.clockOffMs !== 0) {
    const minutes = Math.round(Math.abs(session.clockOffMs) / 60_000);
    banners.push({
      key: 'clock',
      tone: 'amber',
      text: t(session.clockOffMs > 0 ? 'clock.ahead' : 'clock.behind', { minutes }),
    });
  }
  if (session.reserveGiven) banners.push({ key: 'diskFull', tone: 'seal', text: t('diskFull') });
  else if (session.lowDiskBytes !== null) {
    const megabytes = Math.floor(session.lowDiskBytes / 1024 ** 2);
    banners.push({ key: 'diskLow', tone: 'amber', text: t('diskLow', { megabytes }) });
  }
  banners.push(...lostActs, ...leftOver, ...openPrints, ...backupAlarm);
  const { longAct } = live;
  // Whoever writes an import sees on its page how far it is.
  const onItsPage =
    longAct?.actorId === session.person.id &&
    longAct.procedure !== 'imports.undo' &&
    router.state.location.pathname === '/sales/import';
  const lasting = useLasting(longAct !== null);
  if (longAct !== null && lasting && !onItsPage)
    banners.push({
      key: 'longAct',
      tone: 'ink',
      text: longAct.stopping
        ? t('longAct.stopping', { name: longAct.by ?? '' })
        : longActText(
            longAct.by === null ? t('longAct.office') : t('longAct.writing', { name: longAct.by }),
            longAct.percent,
          ),
    });
  const pages = pagesOf(session.person.permissions);
  const actingNames = session.person.actingFor.map(({ name }) => name).join('、');
  const acting = actingNames === '' ? '' : delegated('actingFor', { names: actingNames });
  const model: FrameModel = {
    pages: new Map(
      [...pages].map(([desk, list]) => [
        desk,
        list.map(({ path, name, group, also = [] }) => ({
          path,
          also,
          label: t(`pages.${name}`),
          ...(group === undefined ? {} : { group: t(`groups.${group}`) }),
        })),
      ]),
    ),
    desks: [...pages.keys()].map((desk) => (desk === 'today' ? { desk, waiting: list?.length ?? 0 } : { desk })),
    office: { name: session.demo ? `${session.officeName} · ${entrance('demoTitle')}` : session.officeName },
    project: { name: session.projectName },
    person: {
      name: session.person.name,
      post: [labels(`posts.${session.person.post}`), acting].filter(Boolean).join(' · '),
    },
    tasks: due,
    aside: beside !== undefined && (
      <Suspense fallback={null}>
        {beside.what === 'handbook' ? (
          <HandbookPane onClose={closeBeside} />
        ) : (
          <UnitDrawer key={beside.id} unitId={beside.id} onClose={closeBeside} />
        )}
      </Suspense>
    ),
    notices: <NoticeBell opened={noticing} onChange={setNoticing} due={due} />,
    live: {
      ...line.model,
      state: line.state,
      ...(live.seq > 0 ? { sequence: live.seq } : {}),
      businessOn: localDate(session.businessDate),
      ...(line.terminal && session.person.permissions.includes('settings.write') ? { onLeave: line.onLeave } : {}),
    },
    banners,
    onSearch: () => setSearching(true),
    onHelp: openHelp,
    onLock: () => {
      if (isCut(linkNow())) onceBack(() => act.session.lock.send({ requestId: v7(), data: {} }));
      else void lock.send({});
      // The screen is locked at once; the answer may wait for an import that is being written.
      left();
    },
    ...(session.demo ? {} : { onAccess: () => setOwnAccess(true) }),
    onLanguage: (language) => void speak.send({ language }),
    onSwitchPerson: () => void stepAside.send({}),
    // Nobody of a demonstration has a password to be asked for again: there, leaving is only switching.
    ...(session.demo ? {} : { onLogOut: () => void logout.send({}) }),
  };
  useCover(clock, session.idleLockMinutes, model.onLock);
  return (
    <FrameProvider value={model}>
      {children}
      {ownAccess && <OwnAccess hasPin={session.person.hasPin} onClose={() => setOwnAccess(false)} />}
      <CommandPalette
        opened={searching}
        onClose={() => setSearching(false)}
        permissions={session.person.permissions}
        onPeekUnit={(id) => setBeside({ what: 'unit', id })}
        acts={[
          { key: 'help', title: t('help'), onRun: openHelp },
          { key: 'notices', title: notices('title'), onRun: () => setNoticing(true) },
          ...(mayLookUp
            ? [{ key: 'handbook', title: handbook('key'), onRun: () => setBeside({ what: 'handbook' }) }]
            : []),
          { key: 'lock', title: t('lock'), onRun: model.onLock },
          ...(session.person.permissions.includes('terminals.manage')
            ? [{ key: 'pair', title: terminals('pair'), onRun: () => router.history.push(PAIRING) }]
            : []),
          { key: 'newWindow', title: t('newWindow'), onRun: () => void thisPc().then((pc) => pc.windows.open({})) },
          { key: 'colours', title: t('otherColours'), onRun: () => preferences.change({ colorScheme: otherScheme() }) },
          { key: 'switchPerson', title: t('person.switchPerson'), onRun: model.onSwitchPerson },
          ...(model.onLogOut ? [{ key: 'logOut', title: t('person.logOut'), onRun: model.onLogOut }] : []),
        ]}
      />
    </FrameProvider>
  );
}

/** The per cent is for the eye: a voice that reads the line would begin anew at each. */
function longActText(sentence: string, percent: number): ReactNode {
  return (
    <>
      {sentence} <span aria-hidden="true">{percent}%</span>
    </>
  );
}

/** True once something has lasted for a moment: what is over at once moves no screen. */
function useLasting(lasts: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!lasts) return;
    const timer = setTimeout(() => setLasting(true), LASTING_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [lasts]);
  return lasting;
}

/** The scheme that the window does not wear now. */
function otherScheme(): 'light' | 'dark' {
  return document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'light' : 'dark';
}
