import type { Printer } from './use-printers.ts';

/** Where this PC prints a kind of paper, as it keeps it. */
export type KeptWay = {
  readonly printer: string;
  readonly tray: string;
  readonly duplex?: boolean | undefined;
};

/** What somebody has chosen and not kept yet. */
export type ChangedWay = { readonly printer?: string; readonly tray?: string; readonly duplex?: boolean };

/** Where a kind of paper is printed: a printer of this PC, its tray (empty for the usual one), and both sides. */
export type PrinterWay = {
  readonly printer: Printer | undefined;
  readonly tray: string;
  /** Undefined: as the kind of paper usually is. */
  readonly duplex: boolean | undefined;
};

/**
 * Where a paper is printed: as is chosen now, else as this PC keeps it, else by the system's usual printer. A tray belongs
 * to its printer, and one that the printer has no longer is its usual one.
 */
export function printerWay(
  printers: readonly Printer[],
  kept: KeptWay | undefined,
  changed: ChangedWay = {},
): PrinterWay {
  const named = (name: string | undefined) => printers.find((one) => one.name === name);
  const printer =
    named(changed.printer) ?? named(kept?.printer) ?? printers.find((one) => one.isDefault) ?? printers[0];
  const remembered = kept?.printer === printer?.name ? kept : undefined;
  const tray = changed.tray ?? remembered?.tray ?? '';
  return {
    printer,
    tray: printer?.trays.includes(tray) === true ? tray : '',
    duplex: changed.duplex ?? remembered?.duplex,
  };
}

/** The printer that this PC keeps for a kind of paper and does not have any more; undefined where it has it. */
export function lostPrinter(printers: readonly Printer[], kept: KeptWay | undefined): string | undefined {
  return kept === undefined || printers.some(({ name }) => name === kept.printer) ? undefined : kept.printer;
}
