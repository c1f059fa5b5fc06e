import type { ActProgress, LongAct } from '#shared/kernel/long-act.ts';
import type { LongOrder } from './carry-out.ts';
import type { Committed } from './commit-queue.ts';
import type { QueryContext } from './handlers.ts';
import type { LiveHub } from './live.ts';
import type { RequestKey } from './requests.ts';
import type { SecondThread } from './second-thread.ts';
import type { Connection } from './session.ts';

/** Long acts and questions as the corridor gives them to the second thread, and tells everybody how far they are. */
export type LongActs = {
  /** Carries out an act that has the office's file to itself. */
  carryOut(path: string, context: QueryContext, order: unknown, request: RequestKey): Promise<Committed>;
  /** Carries out an act of the office itself, which has the file to itself. `requestId` is the number it gets in the log. */
  carryOutOwn(path: string, context: QueryContext, order: unknown, requestId: string): Promise<Committed>;
  /** Answers a question. */
  ask(path: string, context: QueryContext, order: unknown): Promise<unknown>;
};

const placeOf = ({ terminal, desks }: Connection) => ({ terminal, desks });

/** The long acts of one office, and how the person who began one stops it. */
export function longActs(thread: SecondThread, live: LiveHub): LongActs & { stop(actorId: number): void } {
  async function told(order: Omit<LongOrder, 'stop'>, by: Pick<LongAct, 'actorId' | 'by'>): Promise<Committed> {
    const tell = ({ step, percent }: ActProgress, stopping: boolean) =>
      live.tell({ procedure: order.path, ...by, step, percent, stopping });
    tell({ step: 'checking', percent: 0 }, false);
    try {
      return await thread.carryOut(order, (progress) => tell(progress, live.longAct()?.stopping ?? false));
    } finally {
      live.tell(null);
    }
  }

  return {
    carryOut: (path, { actor, connection, now }, order, request) =>
      told(
        { path, actor, ...placeOf(connection), now, order, request, officeAct: null },
        { actorId: actor.id, by: actor.name },
      ),
    carryOutOwn: (path, { connection, now }, order, requestId) =>
      told(
        { path, actor: undefined, ...placeOf(connection), now, order, request: null, officeAct: requestId },
        { actorId: null, by: null },
      ),
    ask: async (path, { actor, connection, now }, order) => {
      const asked = { path, actor, ...placeOf(connection), now, order, request: null, officeAct: null };
      return (await thread.carryOut(asked)).answer;
    },
    stop: (actorId) => {
      const running = live.longAct();
      if (running === null || running.actorId !== actorId) return;
      thread.stop();
      live.tell({ ...running, stopping: true });
    },
  };
}
