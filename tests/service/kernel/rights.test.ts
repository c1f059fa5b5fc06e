import { createRouterClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { officeApi } from '#shared/api/index.ts';
import { type Procedure, proceduresOf } from '#shared/api/procedure.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import {
  groundFor,
  type Holder,
  levelOf,
  type OfficeRights,
  postsWith,
  type ScopedNoun,
  scopedNounNames,
  scopedNouns,
  scopeOf,
  shippedRights,
} from '#shared/domain/accounts/rights.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { fittingInputs } from '#tests/support/inputs.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import {
  giveWorld,
  intoTeam,
  type Ownership,
  ownedWorld,
  ownerships,
  type World,
} from '#tests/support/owned-worlds.ts';
import { rowOf, rowsBeside } from '#tests/support/procedure-rows.ts';
import { proofFigures, proofSize } from '#tests/support/proof-size.ts';

type Declared = Exclude<Procedure, { kind: 'device' }>;
const declared = proceduresOf(officeApi).flatMap(({ path, procedure }) =>
  procedure.kind === 'device' ? [] : [{ path, procedure: procedure as Declared }],
);

/** Rights of an office that lets teams see each other's records, tells two posts more and one less. */
const ofTeams: OfficeRights = {
  permissions: {},
  scopes: Object.fromEntries(scopedNounNames.map((noun) => [noun, { consultant: 'team', supervisor: 'team' }])),
  masks: {
    floorPrice: { backOffice: 'full' },
    phone: { consultant: 'masked' },
    strangerName: { consultant: 'masked' },
  },
};

/** Common lists that mention people whose file one may not open; whoever types a whole number is told whose it is. */
const mentions = [
  'visits.day',
  'visits.between',
  'customers.matchPhone',
  'tasks.today',
  'launches.detail',
  'intents.list',
];
/** What a person asks to be shown whole, by an act of its own, and what papers are printed of. */
const shownWhole = ['customers.revealed'];

/** Days and sizes that the questions are asked for, so that what is seeded lies within them. */
const asked: Readonly<Record<string, unknown>> = {
  day: '2026-11-23',
  from: '2026-11-01',
  to: '2026-11-30',
  until: '2027-12-31',
  limit: 100,
  text: '秘',
  open: false,
  state: null,
};

type Reader = { readonly post: Post; readonly me: number; readonly client: unknown };

describe('Every post, by every procedure, with whosever record', () => {
  let desk: TestOffice;
  const worlds: World[] = [];
  const wrong: string[] = [];
  let cells = 0;

  beforeAll(async () => {
    desk = await testOffice();
    for (const ownership of ownerships) worlds.push(await ownedWorld(desk, ownership));
  }, 600_000);
  afterAll(() => desk.close());

  /** Somebody of a post with a colleague of the same team: one world is theirs, one the colleague's, two are others'. */
  async function readerOf(post: Post): Promise<Reader> {
    const { me } = desk.as(post);
    const mate = desk.as('consultant').me;
    const stranger = desk.as('consultant').me;
    await intoTeam(desk, [me, mate], `team ${me}`);
    const owners: Record<Ownership, number | null> = { own: me, team: mate, other: stranger, none: null };
    for (const world of worlds) {
      const owner = owners[world.ownership];
      await giveWorld(desk, world, owner, owner ?? stranger);
    }
    const connection = desk.office.connect('terminal of a test');
    openSession(connection, me, desk.clock());
    return { post, me, client: createRouterClient(desk.office.router, { context: { connection } }) };
  }

  async function setRights(rights: OfficeRights): Promise<void> {
    const administrator = desk.as('administrator');
    const { seen } = await administrator.rights.overview({});
    const { waits } = await administrator.rights.change({
      rights: structuredClone(rights) as never,
      ...{ seen, reason: '试验' },
    });
    const second = desk.as('director');
    for (const { id, version } of waits ? await second.rights.waiting({}) : [])
      await second.rights.confirm({ requestId: id, version });
  }

  async function call(reader: Reader, path: string, procedure: Declared, input: unknown) {
    let found = reader.client;
    for (const name of path.split('.')) found = Reflect.get(found as object, name);
    const wire = procedure.kind === 'command' ? { requestId: requestId(), data: input } : input;
    try {
      return { code: 'answered', answer: await (found as (wire: unknown) => Promise<unknown>)(wire), params: {} };
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
      return { code: String(error.data.code), answer: null, params: error.data.params as unknown };
    }
  }

  /** May this post see what belongs to a world, by the registry: the deal of a customer whom nobody owns is another's. */
  function sees(rights: OfficeRights, post: Post, noun: ScopedNoun, ownership: Ownership): boolean {
    if (ownership === 'own') return true;
    if (ownership === 'none' && noun === 'customers') return true;
    const scope = scopeOf(rights, post, noun);
    return scope === 'all' || (scope === 'team' && ownership === 'team');
  }

  function knows(rights: OfficeRights, post: Post, ownership: Ownership): boolean {
    // Who was in the hall is a common list: what it mentions of strangers has a rule of its own.
    return scopedNounNames.some(
      (noun) =>
        noun !== 'visits' && postsWith(rights, scopedNouns[noun]).includes(post) && sees(rights, post, noun, ownership),
    );
  }

  /** The secrets of the worlds that an answer must not hold. */
  function kept(rights: OfficeRights, post: Post, path: string, { ownership, secrets }: World): string[] {
    const known = knows(rights, post, ownership);
    const decides = postMayDecide(post, 'supervisor') && postsWith(rights, 'approvals.read').includes(post);
    const mentioned = mentions.includes(path) && levelOf(rights, post, 'strangerName') === 'full';
    const whole = shownWhole.includes(path);
    return [
      ...(ownership === 'own' && levelOf(rights, post, 'phone') === 'own' ? [] : [secrets.phone]),
      ...(whole ? [] : [secrets.identityNumber]),
      ...(known && levelOf(rights, post, 'address') === 'full' ? [] : [secrets.address]),
      ...(levelOf(rights, post, 'floorPrice') === 'full' ? [] : [secrets.floorPrice]),
      ...(known || decides || mentioned ? [] : [secrets.name]),
    ];
  }

  function inputsOf(procedure: Declared, world: World, variants: number): unknown[] {
    const filled = (value: unknown, name: string): unknown => {
      if (name in world.ids) return typeof value === 'number' ? world.ids[name] : value;
      if (name === 'version') return 999_999;
      if (name in asked) return typeof value === 'object' && value !== null ? value : asked[name];
      if (Array.isArray(value)) return value.map((one) => (name === 'unitIds' ? world.ids['unitId'] : filled(one, '')));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, key)]));
    };
    const fitting = fittingInputs(procedure.input);
    return fitting
      .slice(0, variants)
      .flatMap((input) => [filled(input, ''), input])
      .filter((input, index, all) => procedure.input.safeParse(input).success && (index % 2 === 0 || all.length < 2))
      .slice(0, variants);
  }

  /** One cell: what the office answers one post for one procedure with the record of one owner. */
  async function check(rights: OfficeRights, reader: Reader, one: (typeof declared)[number], world: World) {
    const { path, procedure } = one;
    const { post } = reader;
    const row = rowOf(path);
    const { permission } = procedure;
    if (permission === 'public' || row === undefined) return;
    const holder: Holder = { id: reader.me, post, actingFor: [] };
    const allowed = permission === 'signedIn' || groundFor(rights, holder, permission) !== null;
    const seen = row.kind !== 'record' || sees(rights, post, row.noun, world.ownership);
    const decides = path === 'approvals.detail' && postMayDecide(post, 'supervisor');
    // What would be done to the office for everybody after it is left alone: refused for its version, or not asked.
    const harmless = procedure.kind === 'query' || !allowed || !seen || 'version' in shapeOf(procedure);
    if (!harmless || path.startsWith('session.')) return;
    for (const input of inputsOf(procedure, world, procedure.kind === 'query' ? proofSize(2, 12) : 1)) {
      cells += 1;
      const { code, answer, params } = await call(reader, path, procedure, input);
      const place = `${post} ${path} ${world.ownership}: ${code}`;
      if (code === 'INTERNAL') wrong.push(`${place} is a fault`);
      if (!allowed && code !== 'FORBIDDEN') wrong.push(`${place} instead of FORBIDDEN`);
      if (allowed && row.kind === 'record') {
        const refused = (row.refused as readonly string[]).includes(code);
        if (!seen && !decides && !refused) wrong.push(`${place} instead of ${row.refused.join('/')}`);
        if (seen && row.refused[0] === code) wrong.push(`${place} although it is theirs to see`);
      }
      const text = JSON.stringify([answer, params]);
      const question = JSON.stringify(input);
      for (const other of worlds)
        for (const secret of kept(rights, post, path, other))
          if (text.includes(secret) && !question.includes(secret))
            wrong.push(`${place} tells ${secret} of the ${other.ownership} world`);
    }
  }

  function shapeOf(procedure: Declared): object {
    const [input] = fittingInputs(procedure.input);
    return typeof input === 'object' && input !== null ? input : {};
  }

  async function walk(rights: OfficeRights, chosen: readonly Post[]): Promise<void> {
    for (const post of chosen) {
      const reader = await readerOf(post);
      for (const one of declared) {
        if (one.procedure.kind === 'stream') continue;
        const row = rowOf(one.path);
        const shown = row?.kind === 'record' || one.path === 'units.detail' ? worlds : worlds.slice(0, 1);
        for (const world of shown) await check(rights, reader, one, world);
      }
      // A home that is held for a customer names them to whoever may open the file.
      const detail = declared.find(({ path }) => path === 'units.detail');
      for (const world of worlds) {
        const ids = { ...world.ids, unitId: world.ids['heldUnitId'] ?? 0 };
        if (detail !== undefined) await check(rights, reader, detail, { ...world, ids });
      }
    }
  }

  it('has a row that says whose record decides, for every procedure that is declared and for no other', () => {
    const paths = declared.map(({ path }) => path);
    expect(paths.filter((path) => rowOf(path) === undefined)).toEqual([]);
    expect(rowsBeside(paths)).toEqual([]);
  });

  it('answers as the registry says, and tells nobody what is not for them, as shipped', async () => {
    await walk(shippedRights, posts);
    expect(wrong).toEqual([]);
  }, 1_800_000);

  it('does so as the office has changed it: teams, masks and floor prices', async () => {
    await setRights(ofTeams);
    await walk(ofTeams, proofSize(0, 1) === 1 ? posts : ['consultant', 'supervisor', 'backOffice']);
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(2_000);
    proofFigures({ cells, wrong: wrong.length });
  }, 1_800_000);
});
