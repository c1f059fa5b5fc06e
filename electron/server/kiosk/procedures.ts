import { arrivalsSince, buildingsAsPublished, waitingArrivals } from '#db/repositories/arrivals.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { createPersonKey } from '#db/repositories/person-keys.ts';
import { unitsOf } from '#db/repositories/units.ts';
import { arrivals } from '#db/schema/arrivals.ts';
import { projects } from '#db/schema/inventory.ts';
import type { kiosk as kioskApi } from '#shared/api/kiosk.ts';
import { isShown } from '#shared/domain/kiosk/access.ts';
import { ARRIVALS_AT_ONCE } from '#shared/domain/kiosk/arrivals.ts';
import { publicHome } from '#shared/domain/kiosk/public-board.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { storedPhone } from '../customers/stored-phone.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { LiveHub } from '../kernel/live.ts';
import { noticeInForce } from '../privacy/consents.ts';
import { keepEnded } from '../session/kept.ts';
import { answered, type Claim, type Prover } from '../session/prover.ts';
import { launchOnScreen } from './launch-screen.ts';

/** What the screen needs besides the transaction. */
export type KioskPorts = {
  readonly prover: Prover;
  readonly demo: boolean;
  readonly live: LiveHub;
  readonly blobs: BlobStore;
};

/** Counts the changes that the screen shows; nothing else of the office's work can be told from it. */
async function* countShown(live: LiveHub, signal: AbortSignal | undefined) {
  let times = 0;
  for await (const { touched } of live.listen(signal)) {
    if (!isShown(touched)) continue;
    times += 1;
    yield { times };
  }
}

/** Handlers of the screen that faces the customers. */
export function kioskHandlers({ prover, demo, live, blobs }: KioskPorts): Handlers<typeof kioskApi> {
  return {
    board: (context) => {
      const { db, today } = context;
      const project = db.select({ name: projects.name, seller: projects.sellerName }).from(projects).get();
      const buildings = buildingsAsPublished(db);
      const published = new Map(buildings.map(({ id, publishedOn }) => [id, publishedOn]));
      const homes = unitsOf(db, null).flatMap((unit) => {
        const shown = publicHome({ ...unit, pricesPublishedOn: published.get(unit.buildingId) ?? null }, today);
        if (shown === undefined) return [];
        const { id, buildingId, entrance, floor, floorName, roomNo, use, houseType, orientation } = unit;
        const { builtArea, innerArea } = unit;
        return [
          {
            id,
            buildingId,
            entrance,
            floor,
            floorName,
            roomNo,
            use,
            houseType,
            orientation,
            builtArea,
            innerArea,
            ...shown,
          },
        ];
      });
      const offered = new Set(homes.map(({ buildingId }) => buildingId));
      return {
        projectName: project?.name ?? '',
        sellerName: project?.seller ?? '',
        notices: { 'zh-CN': noticeInForce(context, 'zh-CN').body, en: noticeInForce(context, 'en').body },
        buildings: buildings.flatMap(({ publishedOn, ...building }) =>
          publishedOn !== null && offered.has(building.id) ? [{ ...building, publishedOn }] : [],
        ),
        homes,
      };
    },

    plan: async ({ db, today }, { unitId }) => {
      const [unit] = unitsOf(db, [unitId]);
      const building = buildingsAsPublished(db).find(({ id }) => id === unit?.buildingId);
      const published = building?.publishedOn ?? null;
      if (unit === undefined || publicHome({ ...unit, pricesPublishedOn: published }, today) === undefined)
        throw new DomainError('NOT_FOUND');
      const { houseTypeId } = unit;
      const [first] = houseTypeId === null ? [] : attachmentsOf(db, 'houseTypes', houseTypeId);
      if (first === undefined) return null;
      const { form, sha256 } = first.attachment;
      return { form, content: Buffer.from(await blobs.get(sha256)).toString('base64') };
    },

    launch: ({ db }) => launchOnScreen(db),

    changes: (_context, _input, signal) => countShown(live, signal),

    register: ({ db, tx, now, connection: { place }, happened }, { name, phone: typed, interests, language }) => {
      const phone = storedPhone(typed);
      const { most, within } = ARRIVALS_AT_ONCE;
      if (arrivalsSince(db, place, now - within) >= most)
        throw new DomainError('TOO_MANY_REQUESTS', { seconds: Math.ceil(within / 1000) });
      // Whoever enters twice waits once.
      if (waitingArrivals(db).some((one) => one.phone === phone)) return {};
      const personKeyId = createPersonKey(tx.client);
      const guest = { personKeyId, name, phone, interests: [...new Set(interests)], language, arrivedAt: now, place };
      const { id } = tx.insert(arrivals, guest);
      happened({ kind: 'selfRegistered', noun: 'arrivals', id });
      return {};
    },

    leave: prepared({
      prepare: async (context: QueryContext, { by }: { readonly by: Claim | null }) => {
        if (by === null && !demo) throw new DomainError('FORBIDDEN');
        return by === null ? undefined : prover.prove(context, by);
      },
      run: (context: CommandContext, { by }, proof) => {
        const { tx, actor, connection, happened, afterCommit } = context;
        const leave = (staffId: number | null) => {
          keepEnded(tx, connection);
          happened({ kind: 'kioskLeft', noun: 'accounts', id: actor.id, data: { by: staffId } });
          afterCommit(() => {
            connection.session = undefined;
          });
          return { result: 'left' as const };
        };
        if (by === null || proof === undefined) return leave(null);
        const { outcome, account } = prover.judge(context, by.loginName, proof);
        if (outcome.result === 'open' && account !== undefined && account.post !== 'kiosk') return leave(account.id);
        const answer = answered(outcome);
        const { result } = answer;
        return result === 'wrong' || result === 'lockedOut' || result === 'disabled'
          ? { ...answer, result }
          : { result: 'notAllowed' };
      },
    }),
  };
}
