import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { listedIntents } from '#db/repositories/intents.ts';
import { intents, launchDraws, launchGroups } from '#db/schema/launches.ts';
import type { launches as launchesApi } from '#shared/api/launches.ts';
import { drawList, drawPlaces, seedText } from '#shared/domain/launches/draw.ts';
import { groupsOf } from '#shared/domain/launches/groups.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyLaunchEvent, launchAt, readyForList, sha256 } from './launch-facts.ts';

type Closed = z.output<(typeof launchesApi)['closeList']['input']>;
type Drawn = z.output<(typeof launchesApi)['draw']['input']>;

/** Fixes who takes part: from now on the list and its hash are public, and nobody comes to it any more. */
export function closeList(context: CommandContext, { launchId, version }: Closed) {
  const { db, tx, now, happened } = context;
  const launch = launchAt(db, launchId);
  const ready = readyForList(db, launch);
  const listHash = sha256(drawList(ready));
  applyLaunchEvent(context, launch, 'closeList', { patch: { listHash, listClosedAt: now }, seen: version });
  for (const intent of ready) tx.update(intents, intent.id, { listed: true });
  const listed = ready.length;
  happened({ kind: 'listClosed', noun: 'launches', id: launch.id, data: { number: launch.number, listHash, listed } });
  return { listHash, listed };
}

/**
 * Draws the places of everybody on the published list, and cuts them into groups. Throws LAUNCH_LIST_CHANGED when another
 * list was meant, DRAW_DONE when it was drawn before.
 */
export function draw(context: CommandContext, { launchId, listHash, seed, seedSource, witness }: Drawn) {
  const { db, tx, now, today, actor, happened } = context;
  const launch = launchAt(db, launchId);
  const drawn = applyLaunchEvent(context, launch, 'draw', { seed });
  if (launch.listHash !== listHash) throw new DomainError('LAUNCH_LIST_CHANGED');
  const listed = listedIntents(db, launch.id);
  const byNumber = new Map(listed.map((intent) => [intent.queueNo, intent.id]));
  const places = drawPlaces(seed, listed, sha256);
  for (const { place, queueNo } of places) tx.update(intents, byNumber.get(queueNo) ?? 0, { drawPlace: place });
  for (const group of groupsOf(places.length, drawn.groupSize)) tx.insert(launchGroups, { launchId, ...group });
  const row = tx.insert(launchDraws, {
    number: nextNumber(tx, 'YH', Number(today.slice(0, 4))),
    launchId,
    seed: seedText(seed),
    seedSource,
    listHash,
    method: 'sha256',
    result: places.map(({ queueNo }) => queueNo),
    witness,
    drawnAt: now,
    drawnBy: actor.id,
  });
  const data = { number: row.number, seed: row.seed, seedSource, listHash, places: places.length, witness };
  happened({ kind: 'placesDrawn', noun: 'launches', id: launch.id, data });
  return { drawId: row.id, number: row.number, places: places.length };
}
