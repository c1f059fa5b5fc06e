import type { Random } from '#shared/kernel/random.ts';
import { requestId, type TestClient } from './office.ts';
import type { PaperFault, PaperTray, Stamped, StubPress } from './print-world.ts';

/** Where the terminal of a print may be gone: before or after each step, or not at all. */
const ends = ['ordered', 'fetched', 'started', 'sent', 'done'] as const;
type End = (typeof ends)[number];

/** What the printer does with a job: all of it, some copies, or nothing; and whether it says so. */
const printers = ['prints', 'jams', 'refuses', 'printsSilently', 'dies'] as const;
type PrinterMood = (typeof printers)[number];

/** Whoever works with papers in a random history. */
export type PrintHistory = {
  readonly random: Random;
  readonly press: StubPress;
  readonly tray: PaperTray;
  /** The window at which people print; another one after the office was closed and opened. */
  window(): TestClient;
  /** The office is closed in the middle of what it does, and opened again. */
  fall(): Promise<void>;
  /** Waits for the press. */
  pressIdle(): Promise<void>;
  /** Plants what must not happen, for the control. */
  readonly planted?: 'printsTwice' | 'claimsNothing' | 'loses' | undefined;
  /** What was refused that must not have been, in words. */
  readonly surprises: string[];
};

type Subject = { readonly kind: 'purchasePlan' | 'subscriptionBook'; readonly subjectId: number };
const paperFaults: readonly PaperFault[] = ['beforeNumber', 'rendering', 'readBack', 'storing'];

/** A paper from its number to its last copy, with faults at every step. Gives the papers that it had, one after another. */
export async function livesOf(history: PrintHistory, subject: Subject): Promise<number[]> {
  const { random } = history;
  const made: number[] = [];
  const documentId = await issue(history, subject, made);
  const orders = random.int(1, 4);
  for (let order = 0; order < orders; order += 1) {
    if (random.chance(0.01)) await history.fall();
    await printOnce(history, documentId);
    await settle(history, documentId);
    if (random.chance(0.1)) await takeSomeBack(history, documentId);
    if (random.chance(0.05)) await spoilLater(history, documentId);
  }
  return made;
}

/** Issues a paper against whatever goes wrong; voided with a reason where it can't be made, and issued anew. */
async function issue(history: PrintHistory, subject: Subject, made: number[]): Promise<number> {
  const { random, press } = history;
  for (;;) {
    press.fault = random.chance(0.3) ? random.pick(paperFaults) : undefined;
    const id = requestId();
    const first = await history.window().documents.issue(subject, id).catch(refused);
    if (first === undefined) continue;
    // The answer was lost, and the act is sent again.
    if (random.chance(0.2)) await expectSame(history, first, history.window().documents.issue(subject, id));
    made.push(first.documentId);
    if (random.chance(0.02)) await history.fall();
    await history.pressIdle();
    press.mend();
    const { documentId } = first;
    const seen = async () => (await history.window().documents.detail({ documentId })).document;
    if ((await seen()).state === 'issuing' && random.chance(0.7))
      await history.window().documents.resume({ documentId }).catch(refused);
    press.mend();
    const { state, version } = await seen();
    if (state === 'issued' && !random.chance(0.03)) return documentId;
    await history.window().documents.void({ documentId, version, reason: '没有做成' });
  }
}

/** One order of copies, carried until the terminal is gone or all is done. */
async function printOnce(history: PrintHistory, documentId: number): Promise<void> {
  const { random } = history;
  const { document } = await history.window().documents.detail({ documentId });
  const left = document.copiesDue - document.copiesPrinted;
  const copies = random.int(1, left > 0 && random.chance(0.9) ? left : 5);
  const order = {
    documentId,
    printer: 'Keeper',
    copies,
    reason: '归档',
    earlier: { back: [], keptOut: 'valid' as const },
  };
  const id = requestId();
  const ordered = await history.window().documents.print(order, id).catch(refused);
  if (ordered === undefined) return;
  if (random.chance(0.15)) await expectSame(history, ordered, history.window().documents.print(order, id));
  await carry(history, documentId, ordered.printId, random.pick(ends));
}

/** The terminal fetches a job and hands it to its printer, as far as it gets. */
async function carry(history: PrintHistory, documentId: number, printId: number, end: End): Promise<void> {
  const { random, press, tray } = history;
  if (end === 'ordered') return;
  press.fault = random.chance(0.1) ? 'stamping' : undefined;
  const window = history.window();
  const job = await window.documents.printJob({ printId }).catch(refused);
  press.fault = undefined;
  if (job === undefined) {
    await tells(window, printId, false);
    return;
  }
  if (end === 'fetched') return;
  const stamped = JSON.parse(Buffer.from(job.content, 'base64').toString('utf8')) as Stamped;
  const id = requestId();
  await window.prints.start({ printId }, id);
  if (random.chance(0.1)) await window.prints.start({ printId }, id);
  if (end === 'started') return;
  const mood = random.pick<PrinterMood>(printers);
  const many = { prints: 9, printsSilently: 9, jams: random.int(0, stamped.copies - 1), refuses: 0, dies: 0 }[mood];
  const out = Math.min(many, stamped.copies);
  tray.comesOut(documentId, stamped, out);
  if (history.planted === 'printsTwice' && random.chance(0.2)) tray.comesOut(documentId, stamped, out);
  if (end === 'sent' || mood === 'printsSilently' || mood === 'dies') return;
  await tells(window, printId, mood !== 'refuses');
}

async function tells(window: TestClient, printId: number, ok: boolean): Promise<void> {
  const result = ok
    ? { ok, jobName: `Keeper-${printId}`, sha256: 'a'.repeat(64) }
    : ({ ok: false, failure: 'PRINT_FAILED' } as const);
  await window.documents.printed({ printId, result: result as never });
}

/** The next start: somebody looks into the tray and says of every open job what became of it. */
async function settle(history: PrintHistory, documentId: number): Promise<void> {
  const { random, tray } = history;
  for (let round = 0; ; round += 1) {
    const window = history.window();
    const { document } = await window.documents.detail({ documentId });
    const open = document.prints.filter(({ state }) => state === 'queued' || state === 'sending' || state === 'sent');
    const failed = document.prints.filter(({ state }) => state === 'failed');
    const again = round < 3 ? failed.find(() => random.chance(0.5)) : undefined;
    if (again !== undefined) {
      const tried = await window.prints.retry({ printId: again.id, printer: 'Keeper' }).catch(refused);
      if (tried !== undefined) await carry(history, documentId, again.id, random.pick(ends));
      continue;
    }
    if (open.length === 0) return;
    for (const { id: printId, state, firstCopy, copies } of open) {
      const there = tray.of(documentId, firstCopy, copies);
      if (state === 'queued') {
        if (random.chance(0.5)) await window.prints.cancel({ printId, reason: '不打了' });
        else await carry(history, documentId, printId, 'done');
        continue;
      }
      const claims = history.planted === 'claimsNothing' && random.chance(0.1);
      if ((there.length === 0 || claims) && random.chance(0.6)) {
        await window.prints.nothingOut({ printId });
        continue;
      }
      const numbers = Array.from({ length: copies }, (_unused, at) => firstCopy + at);
      const spoiled = numbers
        .filter((copy) => !there.includes(copy) || random.chance(0.1))
        .map((copy) => ({ copy, reason: there.includes(copy) ? '卡纸' : '没有打出' }));
      const id = requestId();
      const said = await window.prints.confirm({ printId, spoiled }, id);
      if (random.chance(0.1)) await expectSame(history, said, window.prints.confirm({ printId, spoiled }, id));
      if (history.planted === 'loses' && random.chance(0.3)) tray.copies.get(documentId)?.delete(firstCopy);
    }
  }
}

async function takeSomeBack(history: PrintHistory, documentId: number): Promise<void> {
  const { document } = await history.window().documents.detail({ documentId });
  if (document.copiesOutside > 0)
    await history.window().documents.takeBack({ documentId, copies: 1, reason: '客户退回' });
}

/** A copy that was taken for good turns out to be spoiled. */
async function spoilLater(history: PrintHistory, documentId: number): Promise<void> {
  const { document } = await history.window().documents.detail({ documentId });
  const looked = document.prints.find(({ state }) => state === 'printed');
  if (looked === undefined) return;
  const spoiled = [{ copy: looked.firstCopy, reason: '装订时撕破' }];
  await history.window().prints.confirm({ printId: looked.id, spoiled }).catch(refused);
}

async function expectSame<T>(history: PrintHistory, first: T, again: Promise<T>): Promise<void> {
  const second = await again.catch((error: unknown) => String(error));
  if (JSON.stringify(second) !== JSON.stringify(first)) history.surprises.push(`another answer to the same act`);
}

/** What the office refuses by its rules is an answer; anything else is a fault of the program. */
function refused(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return undefined;
  throw error;
}
