import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { thisPc } from './office.ts';
import type { Printer } from './use-printers.ts';

/** Where a kind of paper is printed: a printer of this PC, its tray (empty for the usual one), and both sides. */
export type PrinterChoice = {
  readonly printer: Printer | undefined;
  readonly tray: string;
  /** Undefined: as the kind of paper usually is. */
  readonly duplex: boolean | undefined;
};

type Kept = { printer: string; tray: string; duplex?: boolean | undefined };

const key = ['device', 'printers', 'choices'];

/**
 * The printer, tray and sides for a kind of paper: what somebody chooses now, else what this PC printed that kind with
 * last, else the system's usual printer. `keep` remembers it for this PC.
 */
export function usePrinterChoice(
  kind: DocumentKindName,
  printers: readonly Printer[],
): PrinterChoice & {
  readonly choose: (change: { printer?: string; tray?: string; duplex?: boolean }) => void;
  readonly keep: () => Promise<void>;
} {
  const client = useQueryClient();
  const [changed, setChanged] = useState<{ printer?: string; tray?: string; duplex?: boolean }>({});
  const kept = useQuery({ queryKey: key, queryFn: async () => (await thisPc()).printers.choices({}), retry: false });
  const last: Kept | undefined = kept.data?.[kind];
  const named = (name: string | undefined) => printers.find((one) => one.name === name);
  const printer =
    named(changed.printer) ?? named(last?.printer) ?? printers.find((one) => one.isDefault) ?? printers[0];
  const remembered = last?.printer === printer?.name ? last : undefined;
  const tray = changed.tray ?? remembered?.tray ?? '';
  const duplex = changed.duplex ?? remembered?.duplex;
  const known = printer?.trays.includes(tray) === true ? tray : '';
  return {
    ...{ printer, duplex, tray: known },
    choose: (change) =>
      setChanged((now) => ({ ...now, ...(change.printer === undefined ? {} : { tray: '' }), ...change })),
    keep: async () => {
      if (printer === undefined) return;
      await (await thisPc()).printers.choose({
        ...{ kind, printer: printer.name, tray: known },
        ...(duplex === undefined ? {} : { duplex }),
      });
      await client.invalidateQueries({ queryKey: key });
    },
  };
}
