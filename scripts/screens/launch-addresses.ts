import { v7 } from 'uuid';
import type { FullClient } from '#tests/e2e/support/page-client.ts';

const send = <T>(data: T) => ({ requestId: v7(), data });

/** Picks that the totals and the big screen tell of. */
const PICKS = 3;
const SLIPS = 12;

async function launchIn(office: FullClient, states: readonly string[]) {
  const found = (await office.launches.list({})).find(({ state }) => states.includes(state));
  if (found === undefined) throw new Error(`No launch of the demo office is ${states.join(' or ')}`);
  return found;
}

/** The launch of the demo office that registers. */
export async function someLaunch(office: FullClient): Promise<string> {
  return `/sales/launches/${(await launchIn(office, ['registering'])).id}`;
}

/** An intent of that launch that was registered and not paid yet. */
export async function someIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const waiting = (await office.intents.list({ launchId: id })).find(({ state }) => state === 'registered');
  if (waiting === undefined) throw new Error('Nobody of the demo office waits to pay');
  return `/sales/launches/${id}?intent=${waiting.id}`;
}

/** One that has paid: with receipt, and the way back of the money. */
export async function paidIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const paid = (await office.intents.list({ launchId: id })).find(({ state }) => state === 'paid');
  if (paid === undefined) throw new Error('Nobody of the demo office has paid earnest money');
  return `/sales/launches/${id}?intent=${paid.id}`;
}

/** One that has left the launch after paying: its money waits to go back. */
export async function leftIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const rows = await office.intents.list({ launchId: id });
  const left = rows.find(({ state }) => state === 'withdrawn') ?? rows.findLast(({ state }) => state === 'paid');
  if (left === undefined) throw new Error('Nobody of the demo office has paid earnest money');
  if (left.state === 'paid') {
    const { version } = await office.intents.detail({ intentId: left.id });
    await office.intents.withdraw(send({ intentId: left.id, version, reason: '家里另有安排' }));
  }
  return `/sales/launches/${id}?intent=${left.id}`;
}

/** The launch whose places are drawn, or that picks since it was looked at as such. */
export async function drawnLaunch(office: FullClient): Promise<string> {
  return `/sales/launches/${(await launchIn(office, ['drawn', 'running'])).id}`;
}

/** The same while it picks: some homes are picked, and somebody stands at the first desk, whose time begins anew. */
async function picking(office: FullClient) {
  const { id: launchId, state } = await launchIn(office, ['drawn', 'running']);
  if (state === 'drawn') {
    for (let group = 0; group < 2; group += 1) await office.launches.callGroup(send({ launchId }));
    const { desks, unitIds } = await office.launches.detail({ launchId });
    const deskId = desks[1]?.id ?? 0;
    for (const unitId of unitIds.slice(0, PICKS)) {
      const { intentId } = await office.launches.call(send({ launchId, deskId }));
      await office.launches.pick(send({ launchId, deskId, intentId, unitId }));
    }
    await office.launches.printSlips(send({ launchId, count: SLIPS }));
  }
  const { desks } = await office.launches.detail({ launchId });
  const [desk] = desks;
  if (desk?.turn === null) await office.launches.call(send({ launchId, deskId: desk.id }));
  return { launchId, deskId: desk?.id ?? 0 };
}

/** A pick desk at which somebody stands. */
export async function busyDesk(office: FullClient): Promise<string> {
  const { launchId, deskId } = await picking(office);
  return `/sales/launches/${launchId}/desk?desk=${deskId}`;
}

/** The figures of a launch that picks. */
export async function launchTotals(office: FullClient): Promise<string> {
  return `/sales/launches/${(await picking(office)).launchId}/totals`;
}

/** Its fallback slips: one is entered, one voided. */
export async function launchSlips(office: FullClient): Promise<string> {
  const { launchId } = await picking(office);
  const slips = await office.launches.slips({ launchId });
  const [first, second] = slips;
  if (first?.state === 'printed' && second?.state === 'printed') {
    const { unitIds } = await office.launches.detail({ launchId });
    // By the office's clock, from which this computer's may differ while it is busy.
    const slip = { slipId: first.id, queueNo: 99, unitId: unitIds.at(-1) ?? 0, writtenAt: first.printedAt };
    await office.launches.enterSlips(send({ launchId, slips: [slip] }));
    await office.launches.voidSlip(send({ slipId: second.id, reason: '写错房号，另写一张' }));
  }
  return `/sales/launches/${launchId}/slips`;
}
