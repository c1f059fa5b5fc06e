import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type SessionStanding, sessionStandingOf, shownSessions, type TerminalSession } from '../terminal-list.ts';
import { AgeText } from './age-text.tsx';
import styles from './terminals.module.css';

/** How often the last act of everybody is asked for anew. */
const EVERY_MS = 30_000;

const tones: Readonly<Record<SessionStanding, Tone>> = { active: 'ok', locked: 'ink', away: 'plain' };

/** Who is logged in where, whoever came last first. */
export function SessionList() {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const [text, setText] = useState('');
  // Who works and who has been away for long is no event: it is looked at anew.
  const list = useQuery({ ...ask.terminals.sessions({}), refetchInterval: EVERY_MS });
  const columns = useColumns();
  const all = list.data;
  const rows = useMemo(() => (all === undefined ? undefined : shownSessions(all, text)), [all, text]);
  return (
    <DataTable
      id="terminal-sessions"
      label={t('sessions.title')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      error={list.error}
      onRetry={() => void list.refetch()}
      filters={
        <FilterRow>
          <h2 className={styles.listTitle}>{t('sessions.title')}</h2>
          <SearchField label={t('sessions.search')} value={text} onChange={setText} width={190} />
        </FilterRow>
      }
      summary={rows && t('sessions.count', { count: rows.length })}
      exports={{ list: 'sessions', title: t('sessions.export'), searched: text !== '' }}
      empty={<EmptyState title={all?.length === 0 ? t('sessions.empty') : common('emptyFiltered')} />}
      fill
    />
  );
}

function useColumns(): readonly Column<TerminalSession>[] {
  const { t } = useTranslation('terminals');
  const { t: labels } = useTranslation('labels');
  const placeOf = usePlaceName();
  return useMemo(
    () => [
      { id: 'person', header: t('sessions.person'), kind: 'person', value: ({ person }) => person.name, fixed: true },
      { id: 'post', header: t('sessions.post'), width: 110, value: ({ person }) => labels(`posts.${person.post}`) },
      { id: 'place', header: t('sessions.place'), value: (row) => placeOf(row) },
      {
        id: 'state',
        header: t('sessions.state'),
        width: 96,
        value: (row) => t(`sessions.states.${sessionStandingOf(row)}`),
        cell: (row) => (
          <StatusBadge tone={tones[sessionStandingOf(row)]}>
            {t(`sessions.states.${sessionStandingOf(row)}`)}
          </StatusBadge>
        ),
      },
      {
        id: 'since',
        header: t('sessions.since'),
        kind: 'datetime',
        width: 104,
        value: ({ startedAt }) => startedAt,
        cell: ({ startedAt }) => <DateTimeText at={startedAt} short />,
      },
      {
        id: 'lastActive',
        header: t('sessions.lastActive'),
        kind: 'datetime',
        width: 110,
        value: ({ lastActiveAt }) => lastActiveAt,
        cell: ({ lastActiveAt }) => <AgeText at={lastActiveAt} />,
      },
      { id: 'acts', header: '', width: 76, sortable: false, cell: (row) => <EndButton session={row} /> },
    ],
    [t, labels, placeOf],
  );
}

/** Where a session is, in words: the name of the terminal, or the host. */
function usePlaceName(): (session: TerminalSession) => string {
  const { t } = useTranslation('terminals');
  return useCallback(({ terminalId, terminal }) => (terminalId === null ? t('sessions.thisHost') : terminal), [t]);
}

function EndButton({ session }: { session: TerminalSession }) {
  const { t } = useTranslation('terminals');
  const { key, person } = session;
  const place = usePlaceName()(session);
  const end = useCommand(act.terminals.endSession, {
    onDone: () => notifications.show({ message: t('sessions.ended', { name: person.name }) }),
  });
  if (session.own) return <span className={styles.own}>{t('sessions.yourself')}</span>;
  const askEnd = () =>
    confirmAct({
      title: t('sessions.endTitle', { name: person.name, place }),
      consequence: t('sessions.endText'),
      confirmLabel: t('sessions.end'),
      danger: true,
      onConfirm: () => end.sendOrThrow({ key, accountId: person.id }),
    });
  return (
    <span className={styles.buttons}>
      <Button variant="subtle" color="seal" size="compact-sm" onClick={askEnd}>
        {t('sessions.end')}
      </Button>
    </span>
  );
}
