import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { indexOf, rankOf, wordsOf } from '#shared/domain/handbook/search.ts';
import { handbookTopics } from '#shared/domain/handbook/topics.ts';
import { isOver } from '#shared/domain/handbook/writing.ts';
import { CompareTable } from '../components/compare-table.tsx';
import { EntryDrawer } from '../components/entry-drawer.tsx';
import { type Entry, EntryView, OverSignal } from '../components/entry-view.tsx';

const address = z.object({
  topic: z.enum(handbookTopics).optional().catch(undefined),
  entry: z.int().optional().catch(undefined),
  view: z.enum(['list', 'compare', 'archived']).default('list').catch('list'),
});

/** The sales information base: everything that is told, to be kept up and looked through. */
export function HandbookScreen() {
  const { t } = useTranslation('handbook');
  const [{ topic, entry, view }, change] = useAddressState(address);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const [writing, setWriting] = useState<'new' | Entry>();
  const list = useQuery(ask.handbook.list({ archived: view === 'archived' }));
  const archive = useCommand(act.handbook.archive, { onDone: () => change({ entry: undefined }) });
  const entries = list.data?.entries;
  const indexed = useMemo(
    () =>
      entries?.map((one) => ({
        one,
        index: indexOf({ ...one, more: `${Object.values(one.facts).join(' ')} ${one.source}` }),
      })),
    [entries],
  );
  const words = wordsOf(wanted);
  const found = indexed?.filter(({ index }) => words.length === 0 || rankOf(index, words) > 0).map(({ one }) => one);
  const rows = found?.filter((one) => topic === undefined || one.topic === topic);
  const chosen = entries?.find(({ id }) => id === entry);
  const mayWrite = list.data?.can['write'] === true;
  const columns = useColumns();
  const counts = (key: Entry['topic']) => found?.filter((one) => one.topic === key).length ?? 0;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <>
              <SegmentedControl
                aria-label={t('view')}
                data={(['list', 'compare', 'archived'] as const).map((value) => ({
                  value,
                  label: t(`views.${value}`),
                }))}
                value={view}
                onChange={(next) => change({ view: next, entry: undefined })}
              />
              {mayWrite && (
                <Button leftSection={<IconPlus size={15} />} onClick={() => setWriting('new')}>
                  {t('write')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      {view === 'compare' ? (
        <CompareTable entries={entries?.filter((one) => one.topic === 'competitors') ?? []} />
      ) : (
        <ListBody>
          <ListMain>
            <DataTable
              id="handbook"
              label={t('title')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              selectedKey={chosen?.id}
              onSelect={({ id }) => change({ entry: id }, { replace: true })}
              error={list.error}
              onRetry={() => void list.refetch()}
              filters={
                <FilterRow>
                  <SearchField label={t('search')} value={text} onChange={setText} width={200} />
                  <FilterChips
                    label={t('topic')}
                    chips={handbookTopics.map((key) => ({ key, label: t(`topics.${key}`), count: counts(key) }))}
                    active={topic === undefined ? [] : [topic]}
                    onToggle={(key) => change({ topic: key === topic ? undefined : key })}
                  />
                </FilterRow>
              }
              empty={
                entries?.length === 0 ? (
                  <EmptyState title={t(view === 'archived' ? 'noneArchived' : 'empty')} text={t('emptyText')} />
                ) : (
                  <EmptyState title={t('nothing', { text: wanted })} />
                )
              }
              fill
            />
          </ListMain>
          {chosen !== undefined && (
            <SidePanel
              key={chosen.id}
              label={chosen.title}
              title={chosen.title}
              sub={t(`topics.${chosen.topic}`)}
              width={400}
              onClose={() => change({ entry: undefined })}
              foot={
                mayWrite && (
                  <Group gap={8}>
                    <Button onClick={() => setWriting(chosen)}>{t('change')}</Button>
                    <Button
                      variant="default"
                      loading={archive.pending}
                      onClick={() =>
                        void archive.send({ entryId: chosen.id, version: chosen.version, archived: !chosen.archived })
                      }
                    >
                      {chosen.archived ? t('takeBack') : t('archive')}
                    </Button>
                  </Group>
                )
              }
            >
              <EntryView entry={chosen} />
            </SidePanel>
          )}
        </ListBody>
      )}
      {writing !== undefined && (
        <EntryDrawer
          entry={writing === 'new' ? undefined : writing}
          topic={topic ?? 'facts'}
          onClose={(entryId) => {
            setWriting(undefined);
            if (entryId !== undefined) change({ entry: entryId, view: 'list' });
          }}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation('handbook');
  const today = useToday();
  return useMemo<Column<Entry>[]>(
    () => [
      { id: 'title', header: t('entryTitle'), fixed: true, value: ({ title }) => title },
      { id: 'topic', header: t('topic'), width: 124, value: ({ topic }) => t(`topics.${topic}`) },
      { id: 'source', header: t('source'), width: 160, value: ({ source }) => source },
      { id: 'asOf', header: t('asOf'), kind: 'date', width: 104, value: ({ asOf }) => asOf },
      {
        id: 'validUntil',
        header: t('validUntil'),
        kind: 'date',
        width: 150,
        value: ({ validUntil }) => validUntil,
        cell: (entry) => (isOver(entry, today) ? <OverSignal entry={entry} /> : entry.validUntil),
      },
      { id: 'writtenBy', header: t('writtenBy'), kind: 'person', width: 96, value: ({ writtenBy }) => writtenBy },
    ],
    [t, today],
  );
}
