import { createHash } from 'node:crypto';
import type { ReadDb } from '#db/access.ts';
import { type IntentRow, intentById, intentsInStates, listedIntents } from '#db/repositories/intents.ts';
import { offeredUnits } from '#db/repositories/launch-homes.ts';
import {
  calledUpTo,
  type DeskRow,
  deskById,
  desksOfLaunch,
  groupsOfLaunch,
  type LaunchRow,
  launchById,
} from '#db/repositories/launches.ts';
import { releaseById } from '#db/repositories/releases.ts';
import { intents, launches } from '#db/schema/launches.ts';
import { drawList, seedRefusal } from '#shared/domain/launches/draw.ts';
import { type IntentEvent, type IntentFacts, intentLifecycle } from '#shared/domain/launches/intent-lifecycle.ts';
import { type LaunchEvent, type LaunchFacts, launchLifecycle } from '#shared/domain/launches/lifecycle.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** SHA-256 of a text, as `sha256sum` prints it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A launch. Throws NOT_FOUND. */
export function launchAt(db: ReadDb, launchId: number): LaunchRow {
  const launch = launchById(db, launchId);
  if (launch === undefined) throw new DomainError('NOT_FOUND');
  return launch;
}

/** A desk of a launch and an intent of it. Throws NOT_FOUND. */
export function deskOf(db: ReadDb, launchId: number, deskId: number): DeskRow {
  const desk = deskById(db, deskId);
  if (desk?.launchId !== launchId) throw new DomainError('NOT_FOUND');
  return desk;
}

/** An intent of a launch. Throws NOT_FOUND. */
export function intentOf(db: ReadDb, launchId: number, intentId: number): IntentRow {
  const intent = intentById(db, intentId);
  if (intent?.launchId !== launchId) throw new DomainError('NOT_FOUND');
  return intent;
}

/** Who would stand on the list if it were closed now: with their money where the launch asks for it. */
export function readyForList(db: ReadDb, launch: LaunchRow): IntentRow[] {
  return intentsInStates(db, launch.id, launch.intentMoney > 0 ? ['paid'] : ['registered', 'paid']);
}

/** The published list of a launch as text. */
export function publishedList(db: ReadDb, launchId: number): string {
  return drawList(listedIntents(db, launchId));
}

/** What the rules of a launch look at when nothing but its state matters: what a desk asks hundreds of times. */
const atWork: LaunchFacts = {
  units: 1,
  desks: 1,
  released: true,
  listed: 1,
  seedRefusal: undefined,
  listUnchanged: true,
  groupsLeft: 1,
  turnsOpen: 0,
};

/**
 * Everything that the rules of a launch look at, each looked up when a rule asks for it: hundreds register one after the
 * other, and none of their rules asks for the homes or for who else takes part.
 */
export function launchFacts(db: ReadDb, launch: LaunchRow, seed = ''): LaunchFacts {
  const closed = launch.listHash !== null;
  return {
    get units() {
      return offeredUnits(db, launch).length;
    },
    get desks() {
      return desksOfLaunch(db, launch.id).length;
    },
    get released() {
      return launch.releaseId === null || releaseById(db, launch.releaseId)?.state === 'released';
    },
    get listed() {
      return closed ? listedIntents(db, launch.id).length : readyForList(db, launch).length;
    },
    get seedRefusal() {
      return seedRefusal(seed);
    },
    get listUnchanged() {
      return closed && sha256(publishedList(db, launch.id)) === launch.listHash;
    },
    get groupsLeft() {
      return groupsOfLaunch(db, launch.id).filter(({ calledAt }) => calledAt === null).length;
    },
    get turnsOpen() {
      return desksOfLaunch(db, launch.id).filter(({ intentId }) => intentId !== null).length;
    },
  };
}

/** Refuses what desks do unless the launch is running. Throws LAUNCH_NOT_RUNNING. */
export function checkRunning(launch: LaunchRow): void {
  decideOrRefuse(launchLifecycle, launch.state, 'work', atWork);
}

/** Brings an event about on a launch and writes its state. Throws the refusal of the table. */
export function applyLaunchEvent(
  { db, tx }: Pick<CommandContext, 'db' | 'tx'>,
  launch: LaunchRow,
  event: LaunchEvent,
  given: {
    readonly seed?: string;
    readonly patch?: Partial<typeof launches.$inferInsert>;
    readonly seen?: number;
  } = {},
): LaunchRow {
  const { next } = decideOrRefuse(launchLifecycle, launch.state, event, launchFacts(db, launch, given.seed));
  return tx.update(launches, launch.id, { state: next, ...given.patch }, given.seen);
}

/** What the rules of an intent look at, at a desk or at none. */
export function intentFacts(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  launch: LaunchRow,
  intent: IntentRow,
  desk?: DeskRow,
): IntentFacts {
  const { drawPlace, passes } = intent;
  return {
    now,
    drawPlace,
    groupCalled: drawPlace !== null && drawPlace <= calledUpTo(db, launch.id),
    passes,
    passesAllowed: launch.passes,
    turn:
      desk?.turnEndsAt === undefined || desk.turnEndsAt === null
        ? null
        : { ours: desk.intentId === intent.id, endsAt: desk.turnEndsAt },
  };
}

/** Brings an event about on an intent and writes its state. Throws the refusal of the table. */
export function applyIntentEvent(
  context: Pick<CommandContext, 'db' | 'tx' | 'now'>,
  launch: LaunchRow,
  intent: IntentRow,
  event: IntentEvent,
  given: {
    readonly desk?: DeskRow;
    readonly patch?: Partial<typeof intents.$inferInsert>;
    readonly seen?: number;
  } = {},
): IntentRow {
  const { next } = decideOrRefuse(
    intentLifecycle,
    intent.state,
    event,
    intentFacts(context, launch, intent, given.desk),
  );
  return context.tx.update(intents, intent.id, { state: next, ...given.patch }, given.seen);
}
