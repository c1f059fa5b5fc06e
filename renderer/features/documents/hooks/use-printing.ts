import { useState } from 'react';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act, connectOffice } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Refusal } from '#shared/kernel/errors.ts';

/** An order of copies at a printer of this PC. */
export type PrintOrder = {
  readonly documentId: number;
  readonly printer: string;
  readonly copies: number;
  /** What a reprint is for. */
  readonly reason: string;
};

/**
 * Prints on this PC: orders the copies, fetches their stamped pages, hands them to the printer's queue and tells the
 * office what became of them. `send` answers true when the queue took them.
 */
export function usePrinting(): {
  readonly send: (order: PrintOrder) => Promise<boolean>;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
} {
  const order = useCommand(act.documents.print);
  const report = useCommand(act.documents.printed);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Refusal>();

  async function send(wanted: PrintOrder): Promise<boolean> {
    setPending(true);
    setFailure(undefined);
    try {
      const ordered = await order.send(wanted);
      if (ordered === undefined) return false;
      return await carry(ordered.printId);
    } finally {
      setPending(false);
    }
  }

  async function carry(printId: number): Promise<boolean> {
    const office = await connectOffice();
    try {
      const { content, title, printer, media, duplex, sha256 } = await office.documents.printJob({ printId });
      const { jobId } = await office.device.printers.print({ printer, content, media, title, duplex });
      await report.send({ printId, result: { ok: true, jobName: jobId, sha256 } });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal);
      await report.send({ printId, result: { ok: false, failure: refusal.code } });
      return false;
    }
  }

  return { send, pending, refusal: failure ?? order.refusal };
}
