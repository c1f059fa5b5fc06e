import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { thisPc } from './office.ts';
import { type ChangedWay, type KeptWay, type PrinterWay, printerWay } from './printer-way.ts';
import type { Printer } from './use-printers.ts';

const key = ['device', 'printers', 'choices'];

/** What this PC keeps: the printer, tray and sides of each kind of paper that was ever chosen here. */
export function useKeptWays(): UseQueryResult<Readonly<Record<string, KeptWay>>> {
  return useQuery({ queryKey: key, queryFn: async () => (await thisPc()).printers.choices({}), retry: false });
}

/** Remembers on this PC where kinds of paper are printed. */
export function useKeepWays(): (ways: ReadonlyMap<DocumentKindName, PrinterWay>) => Promise<void> {
  const client = useQueryClient();
  return async (ways) => {
    const { printers } = await thisPc();
    for (const [kind, { printer, tray, duplex }] of ways)
      if (printer !== undefined)
        await printers.choose({ kind, printer: printer.name, tray, ...(duplex === undefined ? {} : { duplex }) });
    await client.invalidateQueries({ queryKey: key });
  };
}

/** A way of printing with what changes it: another printer brings its usual tray. */
export type ChosenWay = PrinterWay & {
  /** What was chosen by hand. */
  readonly changed: ChangedWay;
  readonly choose: (change: ChangedWay) => void;
};

/** A way of printing that starts from what is kept and is changed by hand. */
export function useChosenWay(printers: readonly Printer[], kept: KeptWay | undefined): ChosenWay {
  const [changed, setChanged] = useState<ChangedWay>({});
  return {
    ...printerWay(printers, kept, changed),
    changed,
    choose: (change) =>
      setChanged((now) => ({ ...now, ...(change.printer === undefined ? {} : { tray: '' }), ...change })),
  };
}

/**
 * The printer, tray and sides for a kind of paper: what somebody chooses now, else what this PC printed that kind with
 * last, else the system's usual printer. `keep` remembers it for this PC.
 */
export function usePrinterChoice(
  kind: DocumentKindName,
  printers: readonly Printer[],
): ChosenWay & { readonly keep: () => Promise<void> } {
  const kept = useKeptWays();
  const keepWays = useKeepWays();
  const way = useChosenWay(printers, kept.data?.[kind]);
  return { ...way, keep: () => keepWays(new Map([[kind, way]])) };
}
