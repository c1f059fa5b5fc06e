import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Language } from '#shared/i18n/index.ts';
import {
  shownTerminals,
  standingOf,
  type Terminal,
  type TerminalStanding,
  terminalStandings,
} from '../terminal-list.ts';
import { AgeText } from './age-text.tsx';
import type { TerminalTask } from './terminal-drawer.tsx';
import styles from './terminals.module.css';

const addressSchema = z.object({
  terminals: z.string().default(''),
  standings: z.array(z.enum(terminalStandings)).default([]),
});

const tones: Readonly<Record<TerminalStanding, Tone>> = { online: 'ok', away: 'plain', revoked: 'seal' };

type TerminalListProps = {
  /** The terminal at which one sits; none at the host. */
  here: number | undefined;
  onTask: (task: TerminalTask) => void;
  onPair: () => void;
};

/** Every computer that was paired with this office, those that are connected first. */
export function TerminalList({ here, onTask, onPair }: TerminalListProps) {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const [address, change] = useAddressState(addressSchema);
  const [text, setText] = useSearchText(address.terminals, (terminals) => change({ terminals }, { replace: true }));
  const list = useQuery(ask.terminals.list({}));
  const language = useLanguage();
  const columns = useColumns(here, onTask);
  const all = list.data;
  const rows = useMemo(
    () => (all === undefined ? undefined : shownTerminals(all, text, address.standings, language)),
    [all, text, address.standings, language],
  );
  return (
    <DataTable
      id="terminals"
      label={t('list.title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      filters={
        <FilterRow>
          <h2 className={styles.listTitle}>{t('list.title')}</h2>
          <SearchField label={t('list.search')} value={text} onChange={setText} width={190} />
          <FilterChips
            label={t('list.filters')}
            chips={terminalStandings.map((key) => ({
              key,
              label: t(`states.${key}`),
              count: (all ?? []).filter((row) => standingOf(row) === key).length,
            }))}
            active={address.standings}
            onToggle={(key) =>
              change({
                standings: address.standings.includes(key)
                  ? address.standings.filter((one) => one !== key)
                  : [...address.standings, key],
              })
            }
          />
        </FilterRow>
      }
      summary={rows && t('list.count', { count: rows.length })}
      exports={{
        list: 'terminals',
        title: t('list.export'),
        filter: { standings: address.standings },
        searched: text !== '',
      }}
      empty={
        all?.length === 0 ? (
          <EmptyState
            title={t('list.empty')}
            text={t('list.emptyText')}
            action={<Button onClick={onPair}>{t('pair')}</Button>}
          />
        ) : (
          <EmptyState title={common('emptyFiltered')} />
        )
      }
      fill
    />
  );
}

function useColumns(here: number | undefined, onTask: (task: TerminalTask) => void): readonly Column<Terminal>[] {
  const { t } = useTranslation('terminals');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('list.name'),
        value: ({ name }) => name,
        cell: (row) => (
          <span title={row.name}>
            {row.name}
            {row.id === here && <small className={styles.here}>{t('list.here')}</small>}
          </span>
        ),
        fixed: true,
      },
      {
        id: 'state',
        header: t('list.state'),
        width: 90,
        value: (row) => t(`states.${standingOf(row)}`),
        cell: (row) => <StatusBadge tone={tones[standingOf(row)]}>{t(`states.${standingOf(row)}`)}</StatusBadge>,
      },
      { id: 'people', header: t('list.people'), value: ({ people }) => namesOf(people, language) },
      {
        id: 'desks',
        header: t('list.desks'),
        value: ({ desks }) =>
          desks === null
            ? t('list.anyDesk')
            : joinWords(
                desks.map((desk) => shell(`desks.${desk}`)),
                language,
              ),
      },
      { id: 'address', header: t('list.address'), width: 112, value: ({ seen }) => seen?.address },
      { id: 'program', header: t('list.program'), width: 68, value: ({ seen }) => seen?.program },
      {
        id: 'lastSeen',
        header: t('list.lastSeen'),
        kind: 'datetime',
        width: 96,
        value: ({ seen }) => seen?.at,
        cell: ({ windows, seen }) => (windows > 0 ? t('list.now') : <AgeText at={seen?.at ?? null} />),
      },
      {
        id: 'pairedAt',
        header: t('list.pairedAt'),
        kind: 'datetime',
        width: 132,
        value: ({ pairedAt }) => pairedAt,
        hidden: true,
      },
      {
        id: 'acts',
        header: '',
        width: language === 'en' ? 216 : 164,
        sortable: false,
        cell: (row) =>
          row.state === 'active' && <TerminalButtons terminal={row} own={row.id === here} onTask={onTask} />,
      },
    ],
    [t, shell, language, here, onTask],
  );
}

type TerminalButtonsProps = { terminal: Terminal; own: boolean; onTask: (task: TerminalTask) => void };

function TerminalButtons({ terminal, own, onTask }: TerminalButtonsProps) {
  const { t } = useTranslation('terminals');
  const language = useLanguage();
  const { name, people } = terminal;
  const revoke = useCommand(act.terminals.revoke, {
    onDone: () => notifications.show({ message: t('revoke.done', { name }) }),
  });
  const askRevoke = () =>
    confirmAct({
      title: t('revoke.title', { name }),
      consequence: (
        <>
          {own && <p>{t('revoke.here')}</p>}
          <p>{t('revoke.text')}</p>
          {people.length > 0 && <p>{t('revoke.people', { people: namesOf(people, language) })}</p>}
        </>
      ),
      confirmLabel: t('revoke.act'),
      danger: true,
      onConfirm: () => revoke.sendOrThrow({ terminalId: terminal.id, version: terminal.version }),
    });
  return (
    <span className={styles.buttons}>
      <Button variant="subtle" size="compact-sm" onClick={() => onTask({ kind: 'rename', terminal })}>
        {t('rename.act')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onTask({ kind: 'limit', terminal })}>
        {t('limit.act')}
      </Button>
      <Button variant="subtle" color="seal" size="compact-sm" onClick={askRevoke}>
        {t('revoke.act')}
      </Button>
    </span>
  );
}

function namesOf(people: Terminal['people'], language: Language): string {
  return joinWords(
    people.map(({ name }) => name),
    language,
  );
}
