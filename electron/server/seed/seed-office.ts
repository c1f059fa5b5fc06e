import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkpoint } from '#db/connection.ts';
import { officePlans } from '#db/seed/payment-plans.ts';
import { type StaffName, staff } from '#db/seed/people.ts';
import { type OfficeSize, planOffice } from '#db/seed/plan-office.ts';
import { defaultApprovalPolicy } from '#shared/domain/approvals/policy.ts';
import { newRequestId } from '#shared/kernel/ids.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { noRendering, type RenderPort } from '../documents/render-port.ts';
import type { KernelPorts } from '../kernel/ports.ts';
import { type Office, openOffice } from '../office.ts';
import { type DeskClient, movableClock, openDesk, terminalOf } from './desk.ts';
import { drawLaunch, planLaunch } from './launch-steps.ts';
import { performer } from './perform.ts';
import { plainLists } from './plain-lists.ts';

export type SeedOptions = {
  /** Folder of the office, without a database yet. */
  readonly folder: string;
  readonly rootKey: Uint8Array;
  readonly migrations: string;
  readonly nativeBinding?: string | undefined;
  readonly seed: number;
  /** The instant at which somebody enters the office, UTC ms. */
  readonly now: number;
  readonly size: OfficeSize;
  readonly log: KernelPorts['log'];
  /** Told after each act, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
};

/** What was made. */
export type Seeded = {
  readonly acts: number;
  readonly customers: number;
  readonly units: number;
  readonly deals: number;
};

/** The password of everybody in a generated office; it protects nothing. */
export const seedPassword = 'zhiye-demonstration';

/** Acts that share a commit, and how much of the file is kept in memory meanwhile. */
const ACTS_OF_A_COMMIT = 500;
const CACHE_KIB = 64 * 1024;

/** Takes numbers for papers without making pages: the office renders them when it is opened the next time. */
const pagesLater: RenderPort = { ...noRendering, missingSigns: () => Promise.resolve([]) };

/**
 * Generates an office: its whole history happens through the same commands as people's, with a clock that moves from the
 * first day to `now`, so that the log tells how everything came about. Made in a folder of its own beside the final place
 * and put there whole: an interrupted generation leaves nothing.
 */
export async function seedOffice(options: SeedOptions): Promise<Seeded> {
  const workshop = path.join(options.folder, '.generating');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true, mode: 0o700 });
  try {
    const seeded = await generate({ ...options, folder: workshop });
    const blobs = path.join(workshop, 'blobs');
    if (existsSync(blobs)) {
      // Where there is no database, nothing refers to what lies there.
      rmSync(path.join(options.folder, 'blobs'), { recursive: true, force: true });
      renameSync(blobs, path.join(options.folder, 'blobs'));
    }
    renameSync(path.join(workshop, 'office.db'), path.join(options.folder, 'office.db'));
    return seeded;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function generate(options: SeedOptions): Promise<Seeded> {
  const plan = planOffice(options.seed, options.now, options.size);
  const clock = movableClock(plan.openedAt);
  const random = createRandom(options.seed + 1);
  const ids = createRandom(options.seed + 2);
  const office = openOffice({
    folder: options.folder,
    rootKey: options.rootKey,
    migrations: options.migrations,
    nativeBinding: options.nativeBinding,
    demo: true,
    render: pagesLater,
    lists: plainLists,
    tickEveryMs: null,
    ports: {
      clock,
      newId: () => newRequestId({ now: clock, random: (count) => ids.bytes(count) }),
      // Papers without pages are what is wanted here.
      log: (level, line) => (line.startsWith('paper ') || level === 'info' ? undefined : options.log(level, line)),
    },
  });
  const { client } = office.database;
  try {
    // Nobody waits for an answer here: what matters is that the whole file is on the disk at the end. Each commit would
    // encrypt its pages anew, so that many acts share one.
    client.pragma('synchronous = off');
    client.pragma(`cache_size = -${CACHE_KIB}`);
    client.exec('begin immediate');
    const accountIds = new Map<string, number>();
    const desks = new Map<string, DeskClient>(
      staff.map(({ loginName }) => [
        loginName,
        openDesk(
          office,
          { terminal: terminalOf(loginName), accountId: () => accountIds.get(loginName) },
          { clock, random: ids },
        ),
      ]),
    );
    const desk = (name: StaffName): DeskClient => {
      const found = desks.get(name);
      if (found === undefined) throw new Error(`Nobody is called ${name}`);
      return found;
    };
    const projectId = await foundOffice(desk, accountIds, dayOf(plan.openedAt));
    const perform = performer({
      office,
      plan,
      clock,
      now: options.now,
      random,
      desk,
      accountId: (name) => accountIds.get(name) ?? 0,
      projectId,
      unitIds: [],
      customerIds: [],
      visitIds: {},
    });
    for (const [index, act] of plan.acts.entries()) {
      await perform(act).catch((error: unknown) => {
        throw new Error(`${act.do} at ${dayOf(act.at)}: ${JSON.stringify(act)}`, { cause: error });
      });
      if (index % ACTS_OF_A_COMMIT === 0) client.exec('commit; begin immediate');
      options.onProgress?.((index + 1) / plan.acts.length);
    }
    await drawLaunch(desk, clock());
    await planLaunch(desk, clock());
    client.exec('commit');
    const units = plan.buildings.reduce((sum, { homes }) => sum + homes.length, 0);
    return { acts: plan.acts.length, customers: plan.customers.length, units, deals: plan.deals.length };
  } finally {
    await finish(office);
  }
}

async function finish(office: Office): Promise<void> {
  const { client } = office.database;
  if (client.inTransaction) client.exec('rollback');
  client.exec('analyze');
  client.pragma('synchronous = full');
  checkpoint(client);
  await office.close();
}

/** The first morning: company and project, the people, their settings, the certificates of the land. */
async function foundOffice(
  desk: (name: StaffName) => DeskClient,
  accountIds: Map<string, number>,
  today: ReturnType<typeof dayOf>,
): Promise<number> {
  const [first, ...others] = staff;
  const { accountId, projectId } = await desk(first.loginName).setup.createOffice({
    officeName: '江岸云境营销中心',
    companyName: '渝澄江岸置业有限公司',
    projectName: '江岸云境',
    projectAddress: '渝澄新区江岸大道 66 号',
    cityPack: 'chongqing',
    administratorName: first.name,
    loginName: first.loginName,
    password: seedPassword,
  });
  accountIds.set(first.loginName, accountId);
  for (const { loginName, name, post } of others) {
    const { accountId: person, waits } = await desk('admin').accounts.create({ loginName, name, post });
    if (waits) {
      // The manager came first, and is the second person from then on.
      const manager = desk('dujianhua').rights;
      for (const { id: requestId, version } of await manager.waiting({})) await manager.confirm({ requestId, version });
    }
    const { shown } = await desk('admin').accounts.code({ accountId: person });
    await desk(loginName).session.login({ loginName, password: shown?.code ?? '', newPassword: seedPassword });
    accountIds.set(loginName, person);
  }
  const manager = desk('dujianhua');
  const set = (key: string, value: unknown, sourceNote: string) =>
    manager.settings.set({ key, value: value as never, effectiveFrom: today, sourceNote });
  await set('lockMinutes', 30, '营销中心 1 号通知');
  const management = { company: '渝澄江岸物业服务有限公司', from: null, to: null, feeKind: 'lumpSum' };
  await set('earlyManagement', management, '前期物业服务合同');
  await set('propertyFee', { home: 280, otherUse: 600 }, '前期物业服务合同');
  await set('landUse', { home: '城镇住宅用地', otherUse: '商务金融用地' }, '不动产权证');
  await set('landEndsOn', { home: '2093-05-17', otherUse: '2063-05-17' }, '不动产权证');
  // Nobody is planning manager here: manager and director agree to other prices.
  const { priceBatch, ...rules } = defaultApprovalPolicy.rules;
  const steps = priceBatch.steps.filter(({ post }) => post !== 'planningManager');
  await set(
    'approvalPolicy',
    { ...defaultApprovalPolicy, rules: { ...rules, priceBatch: { ...priceBatch, steps } } },
    '公司授权表，未设策划经理',
  );
  await set('planTemplates', officePlans, '销售会议决定，六期分期供改善型客户选用');
  await set('discounts', discounts(today), '开盘优惠方案，随一房一价表公示');
  const { version, sellerVersion } = await manager.projects.detail({});
  await manager.projects.update({
    projectId,
    version,
    sellerVersion,
    name: '江岸云境',
    address: '渝澄新区江岸大道 66 号',
    sellerName: '渝澄江岸置业有限公司',
    sellerLicence: '渝澄房开字 0166 号',
    // As the identity numbers, of an area that does not exist; the phone has no exchange.
    sellerCreditCode: '91009900MA00006649',
    sellerAddress: '渝澄新区江岸大道 66 号 12 层',
    sellerPhone: '023-00006600',
    sellerRepresentative: '程立群',
    supervisedBank: '渝澄银行江岸支行',
    supervisedAccount: '6600 0000 0000 0066',
  });
  const years = today.slice(0, 4);
  for (const [kind, number] of [
    ['landUseRight', `渝澄(${years})不动产权第 000661 号`],
    ['landPlanning', `地字第 ${years}0066 号`],
    ['constructionPlanning', `建字第 ${years}0166 号`],
    ['constructionPermit', `渝澄施 ${years}-0266`],
  ] as const)
    await manager.projects.addPermit({
      projectId,
      kind,
      number,
      issuedOn: addDays(today, -200),
      validTo: null,
      buildingIds: [],
    });
  return projectId;
}

function discounts(today: ReturnType<typeof dayOf>) {
  const always = { from: null, until: null, stackable: true, authority: null };
  return [
    { kind: 'percent', code: 'onTime', label: '按时签约优惠', ratePpm: 10_000, ...always },
    { kind: 'percent', code: 'lumpSum', label: '一次性付款优惠', ratePpm: 20_000, ...always },
    {
      kind: 'reduction',
      code: 'opening',
      label: '开盘立减',
      amount: yuan(10_000),
      from: today,
      until: addDays(today, 30),
      stackable: true,
      authority: null,
    },
  ];
}
