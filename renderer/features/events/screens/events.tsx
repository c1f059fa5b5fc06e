import { Button, Select } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DateInput } from '#renderer/components/date-input.tsx';
import { AppliedFilter, FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useWholeList } from '#renderer/components/use-long-rows.ts';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask, connectOffice } from '#renderer/lib/office.ts';
import { useRecordName } from '#renderer/lib/use-record-name.ts';
import type { events } from '#shared/api/events.ts';
import { EVENT_ROWS, eventKinds, eventNouns } from '#shared/domain/events/kinds.ts';
import { allEntries } from '../all-entries.ts';
import { EntryDrawer } from '../components/entry-drawer.tsx';
import { LogAlarms } from '../components/log-alarms.tsx';
import { askedFilter, type EventFilter, eventGroups, filterSchema } from '../event-filter.ts';
import { useChainCheck } from '../use-chain-check.ts';

/** While nobody has gone back in it, the list follows the office, ms. */
const LIVE_MS = 3_000;

type Line = z.output<typeof events.list.output>[number];

/** What was done in the office, newest first, as far back as anybody likes; one entry in full; the check of the chain. */
export function EventsScreen() {
  const { t } = useTranslation('audit');
  const [filter, change] = useAddressState(filterSchema);
  const asked = useMemo(() => askedFilter(filter), [filter]);
  const list = useInfiniteQuery<Line[], Error, InfiniteData<Line[]>, readonly unknown[], number | null>({
    // Not under the noun of its procedure: every act of anybody would read all of its pages anew.
    queryKey: ['log', asked],
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? LIVE_MS : false),
    queryFn: async ({ pageParam, signal }) =>
      (await connectOffice()).events.list({ ...asked, before: pageParam }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => (page.length < EVENT_ROWS ? null : (page.at(-1)?.seq ?? null)),
  });
  const rows = useMemo(() => list.data?.pages.flat(), [list.data]);
  const whole = useWholeList();
  // On the screen stands what was read so far; what leaves as a file is everything that the filter finds.
  const all = () =>
    whole(async () => {
      const office = await connectOffice();
      return allEntries((before) => office.events.list({ ...asked, before }));
    });
  const check = useChainCheck();
  const columns = useColumns();
  const count = rows?.length ?? 0;
  const { entry, ...rest } = filter;
  return (
    <Page
      header={
        <PageHeader
          title={t('log.title')}
          sub={t('log.sub')}
          actions={
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={15} />}
              disabled={check.percent !== undefined}
              onClick={() => void check.run()}
            >
              {check.percent === undefined ? t('log.verify') : t('log.checking', { percent: check.percent })}
            </Button>
          }
        />
      }
    >
      <LogAlarms />
      <DataTable
        id="events"
        label={t('log.title')}
        columns={columns}
        rows={rows}
        long={rows && { total: rows.length, at: (index) => rows[index], onDrawn: () => undefined, all }}
        rowKey={({ seq }) => seq}
        selectedKey={entry}
        onSelect={({ seq }) => change({ entry: seq }, { replace: true })}
        onOpen={({ seq }) => change({ entry: seq })}
        error={list.error}
        onRetry={() => void list.refetch()}
        summary={rows && t(list.hasNextPage ? 'log.loaded' : 'log.whole', { count })}
        exports={{
          list: 'events',
          title: t('log.exportTitle'),
          filter: toldOf(rest),
          searched: rest.find !== undefined,
        }}
        empty={t('log.empty')}
        filters={
          <EventFilters
            filter={filter}
            change={change}
            older={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            busy={list.isFetchingNextPage}
          />
        }
        fill
        dense
      />
      {entry !== undefined && (
        <EntryDrawer
          seq={entry}
          onShow={(seq) => change({ entry: seq }, { replace: true })}
          onRecord={(noun, id) => change({ noun, id, entry: undefined, kind: undefined, group: undefined })}
          onClose={() => change({ entry: undefined }, { replace: true })}
        />
      )}
    </Page>
  );
}

/** What of the filter stands on record with a file: never what was typed. */
function toldOf({ find: _typed, entry: _entry, ...told }: EventFilter) {
  return told;
}

type EventFiltersProps = {
  filter: EventFilter;
  change: (part: Partial<z.input<typeof filterSchema>>, options?: { replace?: boolean }) => void;
  /** Reads the entries before those that are listed; undefined when there are none. */
  older: (() => void) | undefined;
  busy: boolean;
};

function EventFilters({ filter, change, older, busy }: EventFiltersProps) {
  const { t } = useTranslation('audit');
  const { t: words } = useTranslation('events');
  const colleagues = useQuery(ask.accounts.colleagues({}));
  const { from, to, by, kind, group, noun, id, find } = filter;
  const kinds = useMemo(() => eventKinds.map((value) => ({ value, label: words(`kinds.${value}`) })), [words]);
  const nouns = useMemo(() => eventNouns.map((value) => ({ value, label: words(`nouns.${value}`) })), [words]);
  return (
    <FilterRow>
      <DateInput
        size="xs"
        label={undefined}
        aria-label={t('log.from')}
        placeholder={t('log.from')}
        value={from ?? null}
        onChange={(next) =>
          change({ from: next ?? undefined, ...(next !== null && to !== undefined && to < next ? { to: next } : {}) })
        }
      />
      <DateInput
        size="xs"
        label={undefined}
        aria-label={t('log.to')}
        placeholder={t('log.to')}
        value={to ?? null}
        onChange={(next) =>
          change({
            to: next ?? undefined,
            ...(next !== null && from !== undefined && from > next ? { from: next } : {}),
          })
        }
      />
      <Select
        size="xs"
        w={120}
        aria-label={t('log.person')}
        placeholder={t('log.everyone')}
        data={(colleagues.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
        value={by === undefined ? null : String(by)}
        clearable
        searchable
        onChange={(next) => change({ by: next === null ? undefined : Number(next) })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={t('log.kind')}
        placeholder={t('log.anyKind')}
        data={kinds}
        value={kind ?? null}
        clearable
        searchable
        onChange={(next) => change({ kind: eventKinds.find((one) => one === next), group: undefined })}
      />
      <Select
        size="xs"
        w={120}
        aria-label={t('log.noun')}
        placeholder={t('log.anyNoun')}
        data={nouns}
        value={noun ?? null}
        clearable
        searchable
        onChange={(next) => change({ noun: eventNouns.find((one) => one === next), id: undefined })}
      />
      <SearchField
        label={t('log.more')}
        value={find ?? ''}
        width={190}
        onChange={(text) => change({ find: text === '' ? undefined : text }, { replace: true })}
      />
      <FilterChips
        label={t('log.groups.label')}
        chips={eventGroups.map((key) => ({ key, label: t(`log.groups.${key}`) }))}
        active={group === undefined ? [] : [group]}
        onToggle={(key) => change({ group: key === group ? undefined : key, kind: undefined })}
      />
      {noun !== undefined && id !== undefined && (
        <AppliedFilter
          label={t('log.ofRecord', { record: `${words(`nouns.${noun}`)} #${id}` })}
          onRemove={() => change({ noun: undefined, id: undefined })}
        />
      )}
      <Button variant="default" size="xs" disabled={older === undefined} loading={busy} onClick={older}>
        {t('log.older')}
      </Button>
    </FilterRow>
  );
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation('audit');
  const { t: words } = useTranslation('events');
  const nameOf = useRecordName();
  return useMemo(() => {
    const columns: Column<Line>[] = [
      { id: 'seq', header: t('log.seq'), kind: 'number', width: 80, value: ({ seq }) => seq },
      { id: 'at', header: t('log.at'), kind: 'datetime', width: 150, value: ({ at }) => at },
      {
        id: 'who',
        header: t('log.who'),
        kind: 'person',
        width: 150,
        value: ({ actor, actedFor }) =>
          actedFor === null ? (actor ?? t('log.office')) : t('log.acting', { actor: actor ?? '', name: actedFor }),
      },
      { id: 'what', header: t('log.what'), width: 200, value: ({ kind }) => words(`kinds.${kind}`) },
      { id: 'record', header: t('log.record'), width: 270, value: nameOf },
      { id: 'procedure', header: t('log.procedure'), width: 190, value: ({ procedure }) => procedure },
      { id: 'rows', header: t('log.rows'), kind: 'number', width: 72, value: ({ rows }) => rows },
      { id: 'terminal', header: t('log.terminal'), width: 140, value: ({ terminal }) => terminal },
    ];
    // In the order of the log, which is that of time: a part of it in another order would say nothing.
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, words, nameOf]);
}
