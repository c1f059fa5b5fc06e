import type { ActProgress } from '#shared/kernel/long-act.ts';
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
  /** Answers a question. */
  ask(path: string, context: QueryContext, order: unknown): Promise<unknown>;
};

const placeOf = ({ terminal, desks }: Connection) => ({ terminal, desks });

/** The long acts of one office, and how the person who began one stops it. */
export function longActs(thread: SecondThread, live: LiveHub): LongActs & { stop(actorId: number): void } {
  return {
    carryOut: async (path, { actor, connection, now }, order, request) => {
      const told = (step: ActProgress['step'], percent: number, stopping: boolean) =>
        live.tell({ procedure: path, actorId: actor.id, by: actor.name, step, percent, stopping });
      told('checking', 0, false);
      try {
        return await thread.carryOut(
          { path, actor, ...placeOf(connection), now, order, request },
          ({ step, percent }) => told(step, percent, live.longAct()?.stopping ?? false),
        );
      } finally {
        live.tell(null);
      }
    },
    ask: async (path, { actor, connection, now }, order) => {
      const asked = { path, actor, ...placeOf(connection), now, order, request: null };
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
