import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { NoPrinter } from '#renderer/components/no-printer.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { PrinterState } from '#renderer/components/printer-fields.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { lostPrinter, printerWay } from '#renderer/lib/printer-way.ts';
import { useKeptWays } from '#renderer/lib/use-printer-choice.ts';
import { type Printer, usePrinters } from '#renderer/lib/use-printers.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { type KindOfPaper, PrintersPanel } from '../components/printers-panel.tsx';

const addressSchema = z.object({ kind: z.enum(documentKindNames).optional() });

/** The printers of this PC: where each kind of paper is printed, with its tray and sides, and a page to try them with. */
export function PrintersScreen() {
  const { t } = useTranslation('printers');
  const { t: documents } = useTranslation('documents');
  const [{ kind }, change] = useAddressState(addressSchema);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<readonly (string | number)[]>([]);
  const kinds = useQuery(ask.prints.kinds({}));
  const kept = useKeptWays();
  const found = usePrinters();
  const printers = found.data ?? [];
  const rows = useMemo(
    () => kinds.data?.map((one): KindOfPaper => ({ ...one, kept: kept.data?.[one.kind] })),
    [kinds.data, kept.data],
  );
  const columns = useColumns(printers);
  const named = rows?.filter((one) => documents(`kinds.${one.kind}`).toLowerCase().includes(text.trim().toLowerCase()));
  const several = rows?.filter((one) => ticked.includes(one.kind)) ?? [];
  const [first, ...more] = several.length > 0 ? several : (rows?.filter((one) => one.kind === kind) ?? []);
  const shown = first ?? rows?.[0];
  return (
    <Page header={<PageHeader title={t('title')} sub={found.data && t('sub', { count: printers.length })} />}>
      <ListBody>
        <ListMain>
          <DataTable
            id="printers"
            label={t('title')}
            columns={columns}
            rows={found.isPending || kept.isPending ? undefined : named}
            rowKey={(row) => row.kind}
            selectedKey={several.length > 0 ? undefined : shown?.kind}
            onSelect={(row) => change({ kind: row.kind }, { replace: true })}
            checkedKeys={ticked}
            onCheck={setTicked}
            error={kinds.error}
            onRetry={() => void kinds.refetch()}
            filters={
              <FilterRow>
                <SearchField label={t('search')} value={text} onChange={setText} width={200} />
              </FilterRow>
            }
            summary={t('hintTick')}
            fill
          />
        </ListMain>
        {found.isPending || shown === undefined || kept.isPending ? null : printers.length === 0 ? (
          <SidePanel label={t('title')} title={t('title')}>
            <Section>
              <NoPrinter printers={found} />
            </Section>
          </SidePanel>
        ) : (
          <PrintersPanel
            key={[shown, ...more].map((one) => one.kind).join(' ')}
            printers={printers}
            chosen={[shown, ...more]}
          />
        )}
      </ListBody>
    </Page>
  );
}

function useColumns(printers: readonly Printer[]): readonly Column<KindOfPaper>[] {
  const { t } = useTranslation('printers');
  const { t: documents } = useTranslation('documents');
  const language = useLanguage();
  return useMemo(() => {
    const wayOf = (row: KindOfPaper) => printerWay(printers, row.kept);
    const titleOf = (row: KindOfPaper) => wayOf(row).printer?.title ?? '';
    return [
      { id: 'paper', header: t('paper'), width: 170, value: ({ kind }) => documents(`kinds.${kind}`), fixed: true },
      {
        id: 'sheets',
        header: t('sheets'),
        width: 262,
        value: ({ sheets }) =>
          joinWords(
            sheets.map((one) => documents(`sheetNames.${one}`)),
            language,
          ),
      },
      {
        id: 'printer',
        header: documents('printer'),
        value: titleOf,
        cell: (row) => {
          const lost = lostPrinter(printers, row.kept);
          if (lost !== undefined)
            return <Signal tone="seal">{t('lost', { printer: lost, instead: titleOf(row) })}</Signal>;
          if (row.kept !== undefined || printers.length === 0) return titleOf(row);
          return t('usual', { printer: titleOf(row) });
        },
      },
      {
        id: 'tray',
        header: documents('tray'),
        width: 100,
        value: (row) => wayOf(row).tray || documents('usualTray'),
      },
      {
        id: 'sides',
        header: documents('sides'),
        width: 80,
        value: (row) => documents((wayOf(row).duplex ?? row.duplex) ? 'bothSides' : 'oneSide'),
      },
      {
        id: 'state',
        header: t('state'),
        width: 90,
        cell: (row) => {
          const { printer } = wayOf(row);
          return printer && <PrinterState printer={printer} />;
        },
      },
    ];
  }, [t, documents, language, printers]);
}
