import { v7 } from 'uuid';
import { officeApi } from '#shared/api/index.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { dayOf, localDate } from '#shared/kernel/local-date.ts';
import type { TestClient } from '#tests/support/office.ts';
import { withRequestIds } from '#tests/support/request-ids.ts';
import { officeWindow, PASSWORD } from './found-office.ts';
import { BARE, type Launched } from './launch.ts';

/** People of an office who furnish it before the test looks at its screens. */
export type Furnishers = {
  /** Somebody of a post, as the builders of offices know them. Throws for a post that was not asked to come. */
  readonly as: (post: Post) => TestClient;
  /** They leave: their windows close. */
  readonly leave: () => Promise<void>;
};

/** Lets people of a founded office come, each to a window without screens. */
export async function furnishersOf(run: Launched, posts: readonly Post[]): Promise<Furnishers> {
  const people = new Map<Post, TestClient>();
  for (const post of posts) {
    const office = await officeWindow(run);
    await office.session.login({ requestId: v7(), data: { loginName: post.toLowerCase(), password: PASSWORD } });
    people.set(post, withRequestIds(office, officeApi));
  }
  return {
    as: (post) => {
      const person = people.get(post);
      if (person === undefined) throw new Error(`No ${post} has come to furnish the office`);
      return person;
    },
    leave: async () => {
      for (const window of run.app.windows()) if (window.url() === BARE) await window.close();
    },
  };
}

/** A building of one entrance whose homes have 100 m² each: their rooms with their prices in yuan. */
export type BuildingList = { readonly building: string; readonly homes: Readonly<Record<string, number>> };

/** Puts a building on sale, from its price list to the release of every home; answers the homes by their rooms. */
export async function openForSale(
  manager: TestClient,
  { building, homes }: BuildingList,
): Promise<ReadonlyMap<string, number>> {
  const lines = Object.entries(homes).map(
    ([room, price]) => `${building},1单元,${room.slice(0, -2)},${room},三室两厅,100.00,80.00,${price}`,
  );
  const list = ['楼栋,单元,楼层,房号,户型,建筑面积,套内面积,总价', ...lines].join('\n');
  const file = { name: `${building}.csv`, content: Buffer.from(list).toString('base64') };
  await manager.imports.commit({ file, sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false });
  const { id: projectId, buildings } = await manager.projects.detail({});
  const { id: buildingId = 0 } = buildings.find(({ name }) => name === building) ?? {};
  const today = dayOf(Date.now());
  const permit = { number: `预售字（2026）${building}`, issuedOn: today, validTo: null, buildingIds: [buildingId] };
  const { permitId } = await manager.projects.addPermit({ projectId, kind: 'preSalePermit', ...permit });
  const { version = 0 } = (await manager.projects.detail({})).buildings.find(({ id }) => id === buildingId) ?? {};
  await manager.projects.updateBuilding({
    ...{ buildingId, version, permitId, pricesPublishedOn: today, mortgaged: false, lenderConsentOn: null },
    deliveryOn: localDate('2028-06-30'),
  });
  const { units } = await manager.units.board({});
  const released = new Map(units.filter((one) => one.buildingId === buildingId).map(({ id, roomNo }) => [roomNo, id]));
  await manager.units.release({ unitIds: [...released.values()] });
  return released;
}
