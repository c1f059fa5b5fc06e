import { parentPort } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';
import type { ThreadAnswer, ThreadNews, ThreadProgress } from '#shared/kernel/thread-answer.ts';

/** How a thread does its orders. */
type Service<Order, Value, Progress> = {
  readonly carryOut: (order: Order, tell: (progress: Progress) => void) => Value | Promise<Value>;
  /** The refusal of an order that failed in a way nobody foresaw. */
  readonly codeOf: (error: unknown) => ErrorCode;
  /** Memory that goes over with the value instead of being copied. */
  readonly movedOf?: (value: Value) => ArrayBuffer[];
};

/** Answers the orders that come to this thread, one after the other. */
export function serveOrders<Order, Value, Progress = ThreadProgress>({
  carryOut,
  codeOf,
  movedOf,
}: Service<Order, Value, Progress>): void {
  let last: Promise<void> = Promise.resolve();

  async function attempt(id: number, order: Order): Promise<ThreadAnswer<Value>> {
    try {
      const tell = (progress: Progress) => parentPort?.postMessage({ id, progress } satisfies ThreadNews<Progress>);
      return { id, ok: true, value: await carryOut(order, tell) };
    } catch (error) {
      if (error instanceof DomainError) return { id, ok: false, code: error.code, params: error.params, detail: '' };
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return { id, ok: false, code: codeOf(error), params: {}, detail };
    }
  }

  parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
    last = last.then(async () => {
      const answer = await attempt(id, order);
      parentPort?.postMessage(answer, answer.ok ? movedOf?.(answer.value) : []);
    });
  });
}
