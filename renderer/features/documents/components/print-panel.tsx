import { Button, NumberInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '#renderer/components/data-states.tsx';
import { NoPrinter } from '#renderer/components/no-printer.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { PrinterFields } from '#renderer/components/printer-fields.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { SamplePrint } from '#renderer/components/sample-print.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePrinterChoice } from '#renderer/lib/use-printer-choice.ts';
import { type Printer, usePrinters } from '#renderer/lib/use-printers.ts';
import { usePrinting } from '#renderer/lib/use-printing.ts';
import type { EarlierCopies } from '#shared/domain/documents/reprints.ts';
import type { PaperNoun } from '#shared/domain/documents/states.ts';
import { EarlierCopiesField } from './earlier-copies.tsx';
import styles from './print-panel.module.css';
import { copiesLeft, PrintSet, sheetsOf } from './print-set.tsx';

type PrintPanelProps = {
  paper: Paper;
  /** The record that the paper belongs to, whose other papers may go along. */
  record: { readonly noun: PaperNoun; readonly subjectId: number };
  /** Numbers of its copies that are out. */
  out: readonly number[];
  onSavePdf: (() => void) | undefined;
};

/** Chooses printer and copies and prints; says beforehand when it will be a reprint. */
export function PrintPanel({ onSavePdf, ...of }: PrintPanelProps) {
  const { t } = useTranslation('documents');
  const printers = usePrinters();
  if (printers.isPending) return <RowsSkeleton rows={3} />;
  if (printers.data === undefined || printers.data.length === 0)
    return (
      <NoPrinter printers={printers}>
        <Button variant="default" disabled={onSavePdf === undefined} onClick={onSavePdf}>
          {t('savePdf')}
        </Button>
      </NoPrinter>
    );
  return <PrintForm {...of} printers={printers.data} />;
}

const nothingSaid: EarlierCopies = { back: [] };

type PrintFormProps = Omit<PrintPanelProps, 'onSavePdf'> & { printers: readonly Printer[] };

function PrintForm({ paper, record, out, printers }: PrintFormProps) {
  const { t } = useTranslation('documents');
  const { t: words } = useTranslation('prints');
  const { keep, ...way } = usePrinterChoice(paper.kind, printers);
  const { printer, tray, duplex } = way;
  const papers = useQuery(ask.documents.ofSubject(record));
  const left = copiesLeft(paper);
  const [typed, setTyped] = useState<number>();
  const [reason, setReason] = useState('');
  const [earlier, setEarlier] = useState<EarlierCopies>(nothingSaid);
  const [sheetsLeft, setSheetsLeft] = useState<number>();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const copies = typed ?? Math.max(left, paper.copiesToReplace, 1);
  const printing = usePrinting();
  const reprint = left === 0;
  const replaces = reprint && copies <= paper.copiesToReplace;
  const others = (papers.data ?? []).filter(
    (one) => one.id !== paper.id && one.state === 'issued' && one.can['print'] === true && copiesLeft(one) > 0,
  );
  const along = others.filter(({ id }) => chosen.includes(id));
  const lines = [{ paper, copies }, ...along.map((one) => ({ paper: one, copies: copiesLeft(one) }))];
  const bothSides = duplex ?? paper.duplex;
  const sheets = sheetsOf(lines, bothSides);
  const said = { ...(replaces ? {} : { earlier }), ...(sheetsLeft === undefined ? {} : { sheetsLeft }) };
  const run = async (): Promise<void> => {
    if (printer === undefined || printing.pending || paper.can['print'] !== true) return;
    await keep();
    const at = { printer: printer.name, tray, ...(duplex === undefined ? {} : { duplex }) };
    const orders = lines.map((line) => ({
      ...{ documentId: line.paper.id, copies: line.copies, ...at },
      reason: '',
      ...(reprint && line.paper.id === paper.id ? { ...said, reason: reason.trim() } : {}),
    }));
    // One after the other: what the printer refuses is not followed by the rest.
    for (const order of orders) if (!(await printing.send(order))) return;
    setTyped(undefined);
    setReason('');
    setEarlier(nothingSaid);
    setSheetsLeft(undefined);
    setChosen([]);
    const sum = lines.reduce((all, line) => all + line.copies, 0);
    notifications.show({ title: t('sentTitle', { copies: sum }), message: t('sent', { printer: printer.title }) });
  };
  useHotkey('Ctrl+P', () => void run());
  const refused = paper.can['print'] === true ? printing.refusal : paper.can['print'];
  return (
    <div className={styles.form}>
      <PrintSet paper={paper} copies={copies} others={others} chosen={chosen} onChoose={setChosen} />
      <PrinterFields
        printers={printers}
        way={way}
        bothSides={bothSides}
        before={
          <NumberInput
            label={t('copies')}
            min={1}
            max={20}
            value={copies}
            onChange={(value) => setTyped(typeof value === 'number' ? value : undefined)}
          />
        }
      />
      <p className={styles.hint}>
        {t('copiesOf', { due: paper.copiesDue, made: paper.copiesPrinted })}
        {paper.pages !== null && ` · ${t('sheets', { count: sheets })}`}
      </p>
      {reprint && (
        <FieldRow columns={replaces ? '112px' : '1fr 112px'}>
          {!replaces && (
            <TextInput
              label={t('reprintReason')}
              withAsterisk
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <NumberInput
            label={words('earlier.sheetsLeft')}
            min={0}
            max={9_999}
            allowDecimal={false}
            value={sheetsLeft ?? ''}
            error={sheetsLeft !== undefined && sheetsLeft < sheets && words('earlier.tooFew', { count: sheets })}
            onChange={(value) => setSheetsLeft(typeof value === 'number' ? value : undefined)}
          />
        </FieldRow>
      )}
      {reprint && !replaces && out.length > 0 && <EarlierCopiesField out={out} said={earlier} onSay={setEarlier} />}
      {reprint && (
        <p className={styles.hint}>
          {replaces && `${t('replacesSpoiled', { count: copies })} `}
          {t('reprintHint', { nth: paper.nextReprint })}
        </p>
      )}
      {refused && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={refused} />
        </div>
      )}
      <Button
        fullWidth
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        loading={printing.pending}
        aria-disabled={paper.can['print'] !== true}
        variant={paper.can['print'] === true ? 'filled' : 'default'}
        onClick={() => void run()}
      >
        {t(reprint ? 'reprint' : 'print', { count: copies })}
      </Button>
      {paper.can['print'] === true && (
        <SamplePrint of={{ documentId: paper.id }} kind={paper.kind} printers={printers} choice={{ printer, tray }} />
      )}
    </div>
  );
}
