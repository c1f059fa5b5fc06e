import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { formatDateTime } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useRecordName } from '#renderer/lib/use-record-name.ts';
import type { notices } from '#shared/api/notices.ts';

type Restoring = z.output<typeof notices.lostActs.output>[number];
type Row = Restoring['acts'][number] & { readonly key: string };

/** What the person did that a restoring took away: to be looked at one by one and done again. */
export function LostActsScreen() {
  const { t } = useTranslation('notices');
  const found = useQuery(ask.notices.lostActs({}));
  const columns = useColumns();
  const rows = useMemo(
    () =>
      found.data?.flatMap(({ seq, acts }) =>
        acts.toReversed().map((one, index) => ({ ...one, key: `${seq} ${index}` })),
      ),
    [found.data],
  );
  const [newest] = found.data ?? [];
  const told = found.data?.map(({ at, count }) => t('lost.restored', { at: formatDateTime(at), count })).join(' · ');
  const short = found.data?.some(({ count, acts }) => count > acts.length) === true;
  // Whoever has looked says so: until then each of their windows tells of it.
  const own = useQuery(ask.notices.list({}));
  const unread = own.data?.rows.filter((one) => one.kind === 'actsLost' && one.unread) ?? [];
  const read = useCommand(act.notices.readOne);
  const readAll = async () => {
    for (const { seq } of unread) await read.send({ seq });
  };
  return (
    <Page
      header={
        <PageHeader
          title={t('lost.title')}
          sub={newest === undefined ? undefined : t('lost.sub')}
          actions={
            unread.length > 0 && (
              <Button loading={read.pending} onClick={() => void readAll()}>
                {t('lost.checked')}
              </Button>
            )
          }
        />
      }
    >
      <DataTable
        id="lost-acts"
        label={t('lost.title')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        error={found.error}
        onRetry={() => void found.refetch()}
        summary={
          newest === undefined
            ? undefined
            : `${told}${short ? ` · ${t('lost.newest', { count: newest.acts.length })}` : ''}`
        }
        empty={<EmptyState title={t('lost.emptyTitle')} text={t('lost.emptyText')} />}
        fill
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('notices');
  const { t: words } = useTranslation('events');
  const nameOf = useRecordName();
  return useMemo<Column<Row>[]>(() => {
    const recordOf = ({ noun, subjectId, name }: Row): string =>
      subjectId === null && name === null
        ? words(`nouns.${noun}`)
        : nameOf({ noun, subjectId: subjectId ?? 0, subject: name, exported: null });
    return [
      { id: 'at', header: t('lost.at'), kind: 'datetime', width: 160, value: ({ at }) => at, fixed: true },
      { id: 'act', header: t('lost.act'), width: 240, value: ({ kind }) => words(`kinds.${kind}`) },
      {
        id: 'record',
        header: t('lost.record'),
        width: 420,
        value: recordOf,
        cell: (row: Row) => (
          <>
            {recordOf(row)}
            {row.again && (
              <>
                {' '}
                <Signal tone="ok">{t('lost.again')}</Signal>
              </>
            )}
            {row.subjectId === null && !row.again && (
              <>
                {' '}
                <Signal tone="amber">
                  <span title={t('lost.goneHint')}>{t('lost.gone')}</span>
                </Signal>
              </>
            )}
          </>
        ),
      },
    ];
  }, [t, words, nameOf]);
}
