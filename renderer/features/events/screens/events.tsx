import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DateInput } from '#renderer/components/date-input.tsx';
import { FilterRow } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { ask, connectOffice } from '#renderer/lib/office.ts';
import type { events } from '#shared/api/events.ts';
import { EVENT_ROWS } from '#shared/domain/events/kinds.ts';
import { isSettingKey } from '#shared/domain/settings/registry.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type Entry = z.output<typeof events.list.output>[number];

/** What was done in the office, newest first, and the check that nobody changed it. */
export function EventsScreen() {
  const { t } = useTranslation('accounts');
  const { t: words } = useTranslation('events');
  const { t: settings } = useTranslation('settings');
  const [day, setDay] = useState<LocalDate | null>(null);
  const [actorId, setActorId] = useState<number | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  const list = useQuery(ask.events.list({ day, actorId, before }));
  const colleagues = useQuery(ask.accounts.colleagues({}));
  const check = useChainCheck();
  const columns = useMemo<Column<Entry>[]>(
    () => [
      { id: 'seq', header: t('log.seq'), kind: 'number', width: 80, value: ({ seq }) => seq },
      { id: 'at', header: t('log.at'), kind: 'datetime', width: 160, value: ({ at }) => at },
      { id: 'who', header: t('log.who'), kind: 'person', width: 110, value: ({ actor }) => actor ?? t('log.office') },
      { id: 'what', header: t('log.what'), width: 220, value: ({ kind }) => words(`kinds.${kind}`) },
      {
        id: 'record',
        header: t('log.record'),
        width: 290,
        value: ({ noun, subjectId, subject, exported }) => {
          if (exported !== null)
            return t('log.exported', {
              list: words(`exports.${exported.list}`),
              count: exported.rows,
              number: exported.number,
            });
          const setting = noun === 'settings' && subject !== null && isSettingKey(subject) ? subject : undefined;
          const name = setting === undefined ? subject : settings(`names.${setting}`);
          return `${words(`nouns.${noun}`)} ${name ?? subjectId}`;
        },
      },
      { id: 'procedure', header: t('log.procedure'), width: 200, value: ({ procedure }) => procedure },
      { id: 'rows', header: t('log.rows'), kind: 'number', width: 80, value: ({ rows }) => rows },
      { id: 'terminal', header: t('log.terminal'), width: 140, value: ({ terminal }) => terminal },
    ],
    [t, words, settings],
  );
  const last = list.data?.at(-1)?.seq;
  return (
    <Page
      header={
        <PageHeader
          title={t('log.title')}
          sub={t('log.sub')}
          actions={
            <Button variant="default" loading={check.running} onClick={() => void check.run()}>
              {t('log.verify')}
            </Button>
          }
        />
      }
    >
      <DataTable
        id="events"
        label={t('log.title')}
        columns={columns}
        rows={list.data}
        rowKey={({ seq }) => seq}
        error={list.error}
        onRetry={() => void list.refetch()}
        summary={list.data?.length === EVENT_ROWS ? t('log.stops', { count: EVENT_ROWS }) : undefined}
        empty={t('log.empty')}
        filters={
          <FilterRow>
            <DateInput
              size="xs"
              label={undefined}
              aria-label={t('log.day')}
              placeholder={t('log.anyDay')}
              value={day}
              onChange={(next) => {
                setDay(next);
                setBefore(null);
              }}
            />
            <Select
              size="xs"
              w={160}
              aria-label={t('log.person')}
              placeholder={t('log.everyone')}
              data={(colleagues.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              value={actorId === null ? null : String(actorId)}
              clearable
              searchable
              onChange={(id) => {
                setActorId(id === null ? null : Number(id));
                setBefore(null);
              }}
            />
            <Button
              variant="default"
              size="xs"
              disabled={(list.data?.length ?? 0) < EVENT_ROWS}
              onClick={() => last !== undefined && setBefore(last)}
            >
              {t('log.older')}
            </Button>
          </FilterRow>
        }
        fill
        dense
      />
    </Page>
  );
}

function useChainCheck(): { readonly running: boolean; readonly run: () => Promise<void> } {
  const { t } = useTranslation('accounts');
  const sentence = useErrorSentence();
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    try {
      const { events: count, head } = await (await connectOffice()).events.verify({});
      notifications.show({ title: t('log.intact', { count }), message: t('log.head', { head: head.slice(0, 16) }) });
    } catch (error) {
      notifications.show({ color: 'red', message: sentence(refusalOf(error)), autoClose: false });
    } finally {
      setRunning(false);
    }
  };
  return { running, run };
}
