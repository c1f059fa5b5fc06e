import { useState } from 'react';
import type { z } from 'zod';
import type { handedPages } from '#shared/api/samples.ts';
import type { EarlierCopies } from '#shared/domain/documents/reprints.ts';
import type { SheetName } from '#shared/domain/documents/sheets.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { refusalOf } from './error-sentence.ts';
import { act, connectOffice } from './office.ts';
import { beginPrint } from './own-prints.ts';
import { useCommand } from './use-command.ts';

type Office = Awaited<ReturnType<typeof connectOffice>>;
type HandedPages = z.output<typeof handedPages>;

/** An order of copies at a printer of this PC. */
export type PrintOrder = {
  readonly documentId: number;
  readonly printer: string;
  readonly copies: number;
  /** What a reprint is for. */
  readonly reason: string;
  /** What became of the copies that are out when a reprint is ordered. */
  readonly earlier?: EarlierCopies;
  /** Sheets left in the tray. */
  readonly sheetsLeft?: number;
  readonly tray?: string;
  readonly duplex?: boolean;
};

/** A sample of an issued paper, or of a contract as it would be printed now. */
export type SampleOrder = ({ readonly documentId: number } | { readonly contractId: number }) & {
  readonly printer: string;
  readonly tray: string;
  readonly copies: number;
};

/** A page that a printer is tried with. */
export type TestOrder = {
  readonly sheet: SheetName;
  readonly printer: string;
  /** What people call it. */
  readonly printerTitle: string;
  readonly tray: string;
  readonly duplex: boolean;
};

/** Refusals of this PC after which it is not known whether the printer has the pages. */
const unsure: ReadonlySet<string> = new Set(['PRINT_OUTCOME_UNKNOWN', 'INTERNAL']);

/**
 * Prints on this PC: orders the copies, fetches their stamped pages, says that they go to the printer, hands them to its
 * queue and tells the office what became of them. Where that is not known, the job stays open and somebody is asked.
 * `send` and `retry` answer true when the queue took them.
 */
export function usePrinting(): {
  readonly send: (order: PrintOrder) => Promise<boolean>;
  readonly retry: (job: {
    readonly printId: number;
    readonly printer: string;
    readonly tray: string;
  }) => Promise<boolean>;
  /** Prints a sample: it is kept that it was, and none of the copies is one. */
  readonly sample: (wanted: SampleOrder) => Promise<boolean>;
  /** Tries a printer: no paper, and nothing is kept of it. */
  readonly test: (wanted: TestOrder) => Promise<boolean>;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
} {
  const order = useCommand(act.documents.print);
  const again = useCommand(act.prints.retry);
  const begin = useCommand(act.prints.start);
  const report = useCommand(act.documents.printed);
  const ofPaper = useCommand(act.documents.sample);
  const ofContract = useCommand(act.contracts.sample);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Refusal>();

  async function busy(work: () => Promise<boolean>): Promise<boolean> {
    setPending(true);
    setFailure(undefined);
    try {
      return await work();
    } finally {
      setPending(false);
    }
  }

  async function carry(printId: number): Promise<boolean> {
    beginPrint(printId);
    const office = await connectOffice();
    try {
      const { sha256, ...job } = await office.documents.printJob({ printId });
      await begin.sendOrThrow({ printId });
      const { jobId } = await office.device.printers.print(job);
      await report.send({ printId, result: { ok: true, jobName: jobId, sha256 } });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal);
      if (!unsure.has(refusal.code)) await report.send({ printId, result: { ok: false, failure: refusal.code } });
      return false;
    }
  }

  /** A sample has no outcome to be told: where the printer refuses, that is all. */
  async function sample(wanted: SampleOrder): Promise<boolean> {
    const office = await connectOffice();
    const fromContract = 'contractId' in wanted;
    const ordered = fromContract ? await ofContract.send(wanted) : await ofPaper.send(wanted);
    if (ordered === undefined) return false;
    return handOver(office, () =>
      fromContract
        ? office.contracts.sampleJob({ contractId: wanted.contractId })
        : office.documents.sampleJob({ documentId: wanted.documentId }),
    );
  }

  /** Fetches pages that are no copies and hands them to the printer. */
  async function handOver(office: Office, fetch: () => Promise<HandedPages>): Promise<boolean> {
    try {
      const { sha256: _unmarked, ...job } = await fetch();
      await office.device.printers.print(job);
      return true;
    } catch (error) {
      setFailure(refusalOf(error));
      return false;
    }
  }

  return {
    sample: (wanted) => busy(() => sample(wanted)),
    test: (wanted) =>
      busy(async () => {
        const office = await connectOffice();
        return handOver(office, () => office.prints.testPage(wanted));
      }),
    send: (wanted) =>
      busy(async () => {
        const ordered = await order.send(wanted);
        return ordered === undefined ? false : carry(ordered.printId);
      }),
    retry: (job) => busy(async () => ((await again.send(job)) === undefined ? false : carry(job.printId))),
    pending,
    refusal: failure ?? order.refusal ?? again.refusal ?? ofPaper.refusal ?? ofContract.refusal,
  };
}
