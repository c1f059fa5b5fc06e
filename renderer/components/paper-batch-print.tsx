import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBatch } from '#shared/api/paper-batches.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { bytesOfBase64 } from '../lib/bytes.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { joinWords } from '../lib/format.ts';
import { useLanguage } from '../lib/i18n.ts';
import { act, connectOffice } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import { queueStandings } from '../lib/queue-standing.ts';
import { useCommand } from '../lib/use-command.ts';
import { usePrinterChoice } from '../lib/use-printer-choice.ts';
import { type Printer, usePrinters } from '../lib/use-printers.ts';
import { usePrinting } from '../lib/use-printing.ts';
import { Section } from './page.tsx';
import styles from './paper-batch.module.css';
import { PrinterFields } from './printer-fields.tsx';
import { useRecordedFile } from './recorded-file.ts';
import { RefusalText } from './refusal-text.tsx';

type Row = PaperBatch['rows'][number];

/** Copies of a paper of a batch that are still to be printed. */
export function copiesToPrint({ copies }: Row): number {
  return copies?.printable === true ? Math.max(copies.due - copies.printed, 0) : 0;
}

/** What is done with the papers of a batch once they are made: all of them printed, looked at, saved in one file. */
export function BatchPapers({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation('documents');
  const person = usePerson();
  const papers = batch.rows.filter(({ copies }) => copies?.printable === true);
  if (papers.length === 0) return null;
  return (
    <Section title={t('batch.papers')} count={papers.length}>
      {person.may('documents.print') && <PrintAll batch={batch} />}
      {person.may('documents.export') && <SaveAll batch={batch} papers={papers} />}
    </Section>
  );
}

function PrintAll({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation('documents');
  const printers = usePrinters();
  const toConfirm = batch.rows.flatMap(({ copies }) => copies?.toConfirm ?? []);
  const waiting = batch.rows.filter((row) => copiesToPrint(row) > 0);
  if (printers.isPending) return null;
  const refusal = printers.isError ? refusalOf(printers.error) : undefined;
  return (
    <>
      {refusal !== undefined && <RefusalText refusal={refusal} />}
      {printers.data?.length === 0 && <p className={styles.hint}>{`${t('noPrinter')}。${t('noPrinterText')}`}</p>}
      {printers.data !== undefined && printers.data.length > 0 && waiting.length > 0 && (
        <PrintForm batch={batch} waiting={waiting} printers={printers.data} />
      )}
      {toConfirm.length > 0 && <ConfirmAll prints={toConfirm} />}
    </>
  );
}

type PrintFormProps = {
  readonly batch: PaperBatch;
  readonly waiting: readonly Row[];
  readonly printers: readonly Printer[];
};

function PrintForm({ batch, waiting, printers }: PrintFormProps) {
  const { t } = useTranslation('documents');
  const { keep, ...way } = usePrinterChoice(batch.kind, printers);
  const { printer, tray, duplex } = way;
  const printing = usePrinting();
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number }>();
  const [refusedAt, setRefusedAt] = useState<string>();
  const stopped = useRef(false);
  const copies = waiting.reduce((sum, row) => sum + copiesToPrint(row), 0);
  const run = async (): Promise<void> => {
    if (printer === undefined || sent !== undefined) return;
    stopped.current = false;
    setRefusedAt(undefined);
    await keep();
    const at = { printer: printer.name, tray, reason: '', ...(duplex === undefined ? {} : { duplex }) };
    // One after the other: what the printer refuses is not followed by the rest.
    for (const [done, row] of waiting.entries()) {
      setSent({ done, of: waiting.length });
      if (stopped.current || row.documentId === null) break;
      if (!(await printing.send({ ...at, documentId: row.documentId, copies: copiesToPrint(row) }))) {
        setRefusedAt(row.number);
        break;
      }
    }
    setSent(undefined);
  };
  if (sent !== undefined)
    return (
      <div className={styles.printing} role="status">
        <Progress
          value={(sent.done / sent.of) * 100}
          size="sm"
          animated
          aria-label={t('batch.printProgress', { ...sent })}
        />
        <span>{t('batch.printProgress', { ...sent })}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            stopped.current = true;
          }}
        >
          {t('batch.stopPrint')}
        </Button>
      </div>
    );
  return (
    <div className={styles.print}>
      <PrinterFields printers={printers} way={way} bothSides={duplex ?? batch.duplex} />
      {printing.refusal && (
        <div role="alert">
          {refusedAt !== undefined && <p className={styles.hint}>{t('batch.printStoppedAt', { number: refusedAt })}</p>}
          <RefusalText refusal={printing.refusal} />
        </div>
      )}
      <Button
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        disabled={printer === undefined || printer.state === 'stopped'}
        onClick={() => void run()}
      >
        {t('batch.printAll', { count: waiting.length, copies })}
      </Button>
    </div>
  );
}

/** Says of every print of the batch that its copies are good; what is not is said at the paper itself. */
function ConfirmAll({ prints }: { readonly prints: readonly number[] }) {
  const { t } = useTranslation('documents');
  const confirm = useCommand(act.prints.confirm);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState<readonly string[]>([]);
  const run = async (): Promise<void> => {
    setBusy(true);
    setHeld([]);
    let good = 0;
    const { jobs } = await (await connectOffice()).prints.list({ scope: 'open', limit: 500 });
    const standings = await queueStandings(jobs.filter(({ id }) => prints.includes(id)));
    const open = [...standings].filter(([, standing]) => standing !== 'through').map(([job]) => job);
    setHeld(open.map(({ number }) => number));
    for (const printId of prints) {
      // What the queue has not let go of is for whoever looks at that paper alone.
      if (open.some(({ id }) => id === printId)) continue;
      const said = await confirm.send({ printId, spoiled: [] });
      if (said === undefined) break;
      good += said.good;
    }
    setBusy(false);
    if (good > 0) notifications.show({ message: t('batch.confirmed', { count: good }) });
  };
  return (
    <div className={styles.print}>
      <p className={styles.hint}>{t('batch.toConfirm', { count: prints.length })}</p>
      {confirm.refusal && <RefusalText refusal={confirm.refusal as Refusal} />}
      {held.length > 0 && (
        <p className={styles.held} role="alert">
          {t('batch.inQueue', { count: held.length, numbers: joinWords(held, language) })}
        </p>
      )}
      <Button variant="default" loading={busy} onClick={() => void run()}>
        {t('batch.allGood')}
      </Button>
    </div>
  );
}

function SaveAll({ batch, papers }: { readonly batch: PaperBatch; readonly papers: readonly Row[] }) {
  const { t } = useTranslation('documents');
  const keep = useRecordedFile();
  const [busy, setBusy] = useState(false);
  const ids = papers.flatMap(({ documentId }) => documentId ?? []);
  const run = async (): Promise<void> => {
    setBusy(true);
    await keep(
      {
        ...{
          list: 'papers',
          title: `${t(`kinds.${batch.kind}`)} ${papers.length}`,
          rows: ids.length,
          ids,
          columns: [],
        },
        filter: { kind: batch.kind, batch: batch.id },
      },
      'pdf',
      async () => {
        const { content } = await (await connectOffice()).documents.joinMany({ batchId: batch.id });
        return new Blob([bytesOfBase64(content)], { type: 'application/pdf' });
      },
    );
    setBusy(false);
  };
  return (
    <div className={styles.save}>
      <Button variant="default" loading={busy} onClick={() => void run()}>
        {t('batch.saveAll')}
      </Button>
    </div>
  );
}
