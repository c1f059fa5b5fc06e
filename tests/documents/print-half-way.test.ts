import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cupsPrintPort } from '#electron/device/print-cups.ts';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { bookDesk } from '../support/print-desk.ts';
import { expectRefusal } from '../support/refusals.ts';

describe.skipIf(!canServePrinters)(
  'A job that CUPS took and that dies half-way (needs Debian cups, cups-client)',
  () => {
    let cups: TestCups;
    let book: Awaited<ReturnType<typeof bookDesk>>;
    beforeEach(async () => {
      book = await bookDesk();
    });
    afterEach(async () => {
      await book.close();
      await cups.close();
    });

    /** Orders copies and hands them to the printer, as a terminal does. */
    const print = async (copies: number) => {
      const { clerk, documentId } = book;
      const { printId } = await clerk.documents.print({ documentId, printer: cups.queue, copies });
      const { sha256, content, ...way } = await clerk.documents.printJob({ printId });
      await clerk.prints.start({ printId });
      const bytes = Buffer.from(content, 'base64');
      const { jobId } = await cupsPrintPort({ environment: cups.environment }).print({ ...way, bytes, copies: 1 });
      await clerk.documents.printed({ printId, result: { ok: true, jobName: jobId, sha256 } });
      return { printId, jobId, bytes };
    };
    const withdraw = (jobId: string) => cupsPrintPort({ environment: cups.environment }).withdraw(jobId);
    const open = async () => (await book.clerk.prints.list({ scope: 'open' })).jobs.map(({ state }) => state);
    const order = (copies: number) =>
      book.clerk.documents.print({ documentId: book.documentId, printer: cups.queue, copies });

    it('because a filter was killed stays open until somebody has looked; the spoiled numbers are never used again', async () => {
      cups = await startCups({ filter: 'head -c 20000; kill -9 $$' });
      const { printId, jobId } = await print(4);
      await cups.begun();
      await expect.poll(() => cups.waiting(), { timeout: 20_000 }).toEqual([]);
      expect(await open()).toEqual(['sent']);
      expect(await withdraw(jobId)).toBe(false);
      const spoiled = [2, 3, 4].map((copy) => ({ copy, reason: '打到一半停机' }));
      expect(await book.clerk.prints.confirm({ printId, spoiled })).toEqual({ state: 'printed', good: 1, spoiled: 3 });
      expect(await open()).toEqual([]);
      expect(await order(3)).toMatchObject({ firstCopy: 5, reprint: true });
    });

    it('because CUPS itself was killed while pages came out does not come out once more after it runs again; no number is lost or doubled', async () => {
      cups = await startCups({ filter: 'head -c 20000; sleep 60' });
      const { printId, jobId } = await print(4);
      await cups.begun();
      await cups.kill();
      // Pages lie there, and nobody can say how many more will: the numbers stay taken, and the queue is not asked in vain.
      await expect(withdraw(jobId)).rejects.toMatchObject({ code: 'PRINT_QUEUE_SILENT' });
      expect(await open()).toEqual(['sent']);
      await expectRefusal(order(4), 'REPRINT_REASON_MISSING');
      await cups.revive();
      // CUPS would print all of it again, under numbers that lie there already.
      expect(cups.waiting()).toEqual([jobId]);
      expect(await withdraw(jobId)).toBe(true);
      expect(cups.waiting()).toEqual([]);
      const spoiled = [2, 3, 4].map((copy) => ({ copy, reason: '打印服务中断' }));
      expect(await book.clerk.prints.confirm({ printId, spoiled })).toEqual({ state: 'printed', good: 1, spoiled: 3 });
      expect(await open()).toEqual([]);
      const { document, copies } = await book.clerk.documents.detail({ documentId: book.documentId });
      expect(document).toMatchObject({ copiesPrinted: 4, copiesOutside: 1, copiesToReplace: 3 });
      expect(copies[0]?.copies.map(({ copy, state }) => `${copy} ${state}`)).toEqual([
        '1 good',
        '2 spoiled',
        '3 spoiled',
        '4 spoiled',
      ]);
      expect(await order(3)).toMatchObject({ firstCopy: 5, reprint: true });
    });

    it('and whose print server can’t be asked frees no number: it would come out under numbers that another print has by then', async () => {
      cups = await startCups({ deaf: true });
      const { printId, jobId } = await print(4);
      await cups.kill();
      await expect(withdraw(jobId)).rejects.toMatchObject({ code: 'PRINT_QUEUE_SILENT' });
      expect(await open()).toEqual(['sent']);
      await cups.revive();
      expect(cups.waiting()).toEqual([jobId]);
      expect(await withdraw(jobId)).toBe(true);
      expect(cups.waiting()).toEqual([]);
      await book.clerk.prints.nothingOut({ printId });
      expect(await order(4)).toMatchObject({ firstCopy: 1, reprint: false });
      await expectRefusal(book.clerk.prints.retry({ printId, printer: cups.queue }), 'PRINT_NUMBERS_TAKEN');
      expect(cups.count()).toBe(0);
    });
  },
);
