import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { PrinterFields } from '#renderer/components/printer-fields.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { type KeptWay, printerWay } from '#renderer/lib/printer-way.ts';
import { useChosenWay, useKeepWays } from '#renderer/lib/use-printer-choice.ts';
import type { Printer } from '#renderer/lib/use-printers.ts';
import { usePrinting } from '#renderer/lib/use-printing.ts';
import { type SheetName, sheetNames } from '#shared/domain/documents/sheets.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import styles from './print-panel.module.css';

/** A kind of paper with its sheets, whether it is usually printed on both sides, and what this PC keeps for it. */
export type KindOfPaper = {
  readonly kind: DocumentKindName;
  readonly sheets: readonly SheetName[];
  readonly duplex: boolean;
  readonly kept: KeptWay | undefined;
};

type PrintersPanelProps = {
  readonly printers: readonly Printer[];
  /** The kinds that are set together; one at least. */
  readonly chosen: readonly [KindOfPaper, ...KindOfPaper[]];
};

/** Where the chosen kinds of paper are printed on this PC, and a page to try it with before it is kept. */
export function PrintersPanel({ printers, chosen }: PrintersPanelProps) {
  const { t } = useTranslation('printers');
  const { t: documents } = useTranslation('documents');
  const [first] = chosen;
  const several = chosen.length > 1;
  const way = useChosenWay(printers, first.kept);
  const keepWays = useKeepWays();
  const [busy, setBusy] = useState(false);
  const { printer, tray, duplex } = way;
  const keep = async (): Promise<void> => {
    if (printer === undefined) return;
    setBusy(true);
    try {
      // Printer and tray are one for all of them; the sides of each stay, as long as nobody chose any.
      const ways = chosen.map(({ kind, kept }) => {
        const own = printerWay(printers, kept);
        return [kind, { printer, tray, duplex: way.changed.duplex ?? (several ? own.duplex : duplex) }] as const;
      });
      await keepWays(new Map(ways));
      notifications.show({ message: t('kept', { count: chosen.length, printer: printer.title }) });
    } finally {
      setBusy(false);
    }
  };
  const title = several ? t('several', { count: chosen.length }) : documents(`kinds.${first.kind}`);
  return (
    <SidePanel
      label={title}
      title={title}
      foot={
        <Button fullWidth size="md" loading={busy} disabled={printer === undefined} onClick={() => void keep()}>
          {t('keep')}
        </Button>
      }
    >
      <Section>
        <div className={styles.form}>
          <PrinterFields printers={printers} way={way} bothSides={duplex ?? first.duplex} />
          <p className={styles.hint}>{t(several ? 'severalHint' : 'hint')}</p>
        </div>
      </Section>
      <TestPage chosen={chosen} printer={printer} tray={tray} bothSides={duplex ?? first.duplex} />
    </SidePanel>
  );
}

type TestPageProps = {
  readonly chosen: PrintersPanelProps['chosen'];
  readonly printer: Printer | undefined;
  readonly tray: string;
  readonly bothSides: boolean;
};

/** Prints a page that shows margins, scale, tray and sides, as they are chosen above. */
function TestPage({ chosen, printer, tray, bothSides }: TestPageProps) {
  const { t } = useTranslation('printers');
  const { t: documents } = useTranslation('documents');
  const offered = sheetNames.filter((sheet) => chosen.some(({ sheets }) => sheets.includes(sheet)));
  const [typed, setTyped] = useState<SheetName>();
  const usual = chosen[0].sheets[0] ?? 'a4';
  const sheet = typed !== undefined && offered.includes(typed) ? typed : usual;
  const printing = usePrinting();
  const run = async (): Promise<void> => {
    if (printer === undefined || printing.pending) return;
    const { name, title } = printer;
    if (await printing.test({ sheet, printer: name, printerTitle: title, tray, duplex: bothSides }))
      notifications.show({ title: t('testSent'), message: documents('sent', { printer: title }) });
  };
  return (
    <Section title={t('test')}>
      <div className={styles.form}>
        <Select
          label={documents('onSheet')}
          data={offered.map((one) => ({ value: one, label: documents(`sheetNames.${one}`) }))}
          value={sheet}
          onChange={(value) => setTyped(offered.find((one) => one === value))}
          allowDeselect={false}
        />
        <p className={styles.hint}>{t('testHint')}</p>
        {printing.refusal && <RefusalBox refusal={printing.refusal} />}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          loading={printing.pending}
          disabled={printer === undefined}
          onClick={() => void run()}
        >
          {t('printTest')}
        </Button>
      </div>
    </Section>
  );
}
