import { customerById } from '#db/repositories/customers.ts';
import { intentById, intentCounts, listedIntents, nextInTurn } from '#db/repositories/intents.ts';
import { offeredUnits, picksOfLaunch } from '#db/repositories/launch-homes.ts';
import {
  type DeskRow,
  desksOfLaunch,
  drawOfLaunch,
  groupsOfLaunch,
  type LaunchRow,
} from '#db/repositories/launches.ts';
import { drawList } from '#shared/domain/launches/draw.ts';
import { type LaunchEvent, launchLifecycle } from '#shared/domain/launches/lifecycle.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { nameFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { launchFacts } from './launch-facts.ts';

/** A launch as a row of the list. */
export function launchRow({ db }: Pick<QueryContext, 'db'>, launch: LaunchRow) {
  const counts = intentCounts(db, launch.id);
  const { id, number, name, state, opensAt } = launch;
  return {
    ...{ id, number, name, state, opensAt },
    units: offeredUnits(db, launch).length,
    intents: counts.reduce((sum, one) => (one.state === 'withdrawn' ? sum : sum + one.n), 0),
    picked: picksOfLaunch(db, launch.id).filter(({ pick }) => pick.state !== 'lapsed').length,
  };
}

function presentDesk(context: QueryContext, desk: DeskRow) {
  const { id, name } = desk;
  const intent = desk.intentId === null ? undefined : intentById(context.db, desk.intentId);
  const customer = intent === undefined ? undefined : customerById(context.db, intent.customerId);
  if (intent === undefined || customer === undefined) return { id, name, turn: null };
  return {
    ...{ id, name },
    turn: {
      intentId: intent.id,
      queueNo: intent.queueNo,
      drawPlace: intent.drawPlace,
      name: nameFor(context, customer),
      wishes: [...intent.wishes],
      endsAt: desk.turnEndsAt ?? 0,
    },
  };
}

/** Which permission each event of a launch asks for. */
const asked = {
  plan: 'launches.write',
  openRegistration: 'launches.write',
  register: 'intents.write',
  closeList: 'launches.write',
  draw: 'launches.draw',
  callGroup: 'launches.write',
  pause: 'launches.write',
  resume: 'launches.write',
  end: 'launches.write',
} as const satisfies Partial<Record<LaunchEvent, string>>;

/** What may be done with a launch and why not; `call` where somebody waits. A draw is judged without its seed. */
function canOfLaunch(context: QueryContext, launch: LaunchRow): Record<string, true | Refusal> {
  const facts = { ...launchFacts(context.db, launch), seedRefusal: undefined };
  const can: Record<string, true | Refusal> = {};
  for (const [event, permission] of Object.entries(asked)) {
    if (!context.can(permission)) continue;
    const refused = decide(launchLifecycle, launch.state, event as LaunchEvent, facts).refused;
    if (refused?.code !== 'NOT_IN_THIS_STATE') can[event] = refused ?? true;
  }
  if (context.can('launches.pick')) {
    const refused = decide(launchLifecycle, launch.state, 'work', facts).refused;
    const nobody: Refusal = { code: 'NOBODY_WAITING' };
    can['call'] = refused ?? (nextInTurn(context.db, launch) === undefined ? nobody : true);
  }
  return can;
}

/** One launch as its page shows it. */
export function launchDetail(context: QueryContext, launch: LaunchRow) {
  const { db } = context;
  const { name, releaseId, opensAt, intentMoney, groupSize, pickSeconds, pickHours, passes } = launch;
  const found = drawOfLaunch(db, launch.id);
  return {
    row: launchRow(context, launch),
    plan: { name, releaseId, opensAt, intentMoney, groupSize, pickSeconds, pickHours, passes },
    startedAt: launch.startedAt,
    unitIds: offeredUnits(db, launch).map(({ id }) => id),
    published:
      launch.listHash === null
        ? null
        : { text: drawList(listedIntents(db, launch.id)), hash: launch.listHash, closedAt: launch.listClosedAt ?? 0 },
    draw:
      found === undefined
        ? null
        : {
            number: found.draw.number,
            seed: found.draw.seed,
            seedSource: found.draw.seedSource,
            witness: found.draw.witness,
            method: found.draw.method,
            result: [...found.draw.result],
            drawnAt: found.draw.drawnAt,
            drawnBy: { id: found.draw.drawnBy, name: found.by },
          },
    groups: groupsOfLaunch(db, launch.id).map(({ id, position, fromPlace, toPlace, calledAt }) => ({
      ...{ id, position, fromPlace, toPlace, calledAt },
    })),
    desks: desksOfLaunch(db, launch.id).map((desk) => presentDesk(context, desk)),
    can: canOfLaunch(context, launch),
    version: launch.version,
  };
}
