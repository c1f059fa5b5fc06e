import { StandardRPCJsonSerializer } from '@orpc/client/standard';
import type { Shape } from '#shared/api/procedure.ts';
import type { Random } from '#shared/kernel/random.ts';
import { damagesOf, fittingInputs } from './inputs.ts';

/** Deeper than this nothing is looked at (`electron/server/kernel/input-limits.ts`). */
const DEEPEST = 20;
/** Longer than this, in bytes, is only what brings files; these are base64, which no large text here is. */
const LARGEST = 1024 ** 2;

/** An input that somebody may send, what it is in words, and whether the declaration takes it: here, and over a wire. */
type Fuzzed = {
  readonly input: unknown;
  readonly what: string;
  readonly fits: { readonly here: boolean; readonly away: boolean };
};

/** What a form of the office never has and a row of a table might: whoever sends them hopes that they are written. */
const columns = (
  'id version state post role permissions actor actorId approvedBy approvedAt createdAt createdBy passwordHash price ' +
  'listPrice floorPrice amount discountPpm ownerId consultantId unitState locked seq hash previousHash requestId ' +
  'terminal now today isAdmin'
).split(' ');

const numbers = [0, -1, 1, 2, 3, 7, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Number.NEGATIVE_INFINITY];
const texts = [
  '',
  ' ',
  '\0',
  '\ud800',
  '__proto__',
  'constructor',
  "'; drop table units; --",
  '1栋',
  '2026-02-30',
  '=1+1',
  '<b>',
  '文'.repeat(5_000),
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** The same form with other values in it: most no longer fit, some do and lead elsewhere. */
function varied(input: unknown, random: Random): unknown {
  if (Array.isArray(input)) return random.chance(0.1) ? [] : input.map((item) => varied(item, random));
  if (typeof input === 'object' && input !== null)
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, varied(value, random)]));
  if (random.chance(0.6)) return input;
  if (typeof input === 'number') return random.chance(0.7) ? random.int(1, 30) : random.pick(numbers);
  if (typeof input === 'string') return random.pick(texts);
  return typeof input === 'boolean' ? !input : input;
}

/** Puts something at a random place of an input. */
function planted(input: unknown, what: unknown, random: Random): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return what;
  const names = Object.keys(input);
  if (names.length === 0) return { ...input, extra: what };
  const name = random.pick(names);
  return { ...input, [name]: random.chance(0.5) ? what : planted(Reflect.get(input, name), what, random) };
}

/**
 * Inputs for a declaration, one after the other as chance has it: fitting ones, damaged ones, forms with other values, far
 * too deep, far too large, with thirty keys more than declared, and anything at all.
 */
export function fuzzedInputs(schema: Shape, random: Random, anything: readonly unknown[]): () => Fuzzed {
  const fitting = fittingInputs(schema);
  const damages = damagesOf(fitting[0]);
  const kinds: readonly (readonly [make: () => { input: unknown; what: string }, weight: number])[] = [
    [() => ({ input: random.pick(fitting), what: 'what fits' }), 30],
    [() => ({ input: varied(random.pick(fitting), random), what: 'other values' }), 30],
    [() => random.pick(damages), 20],
    [() => ({ input: random.pick(anything), what: 'anything' }), 8],
    [() => ({ input: planted(random.pick(fitting), random.pick(anything), random), what: 'anything inside' }), 8],
    [
      () => ({
        input: planted(random.pick(fitting), nested(random.pick([21, 60, 300])), random),
        what: 'great depth',
      }),
      4,
    ],
    [() => ({ input: planted(random.pick(fitting), '文'.repeat(400_000), random), what: 'great size' }), 3],
    [
      () => ({
        input: { ...Object(random.pick(fitting)), ...Object.fromEntries(columns.map((name) => [name, 1])) },
        what: 'thirty more keys',
      }),
      8,
    ],
  ];
  return () => {
    const { input, what } = random.weighted(kinds)();
    const fits = (one: unknown) => depthOf(one) <= DEEPEST && textOf(one) <= LARGEST && schema.safeParse(one).success;
    return { input, what, fits: { here: fits(input), away: fits(arriving(input)) } };
  };
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return depth;
  return Math.max(depth + 1, ...Object.values(value).map((member) => depthOf(member, depth + 1)));
}

function textOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + textOf(member, depth + 1), 0);
}

const wire = new StandardRPCJsonSerializer();

/**
 * What comes out at the other end of a wire, by whose own rules: dates, sets and large numbers travel as such, and no
 * object brings a prototype along.
 */
function arriving(input: unknown): unknown {
  try {
    const [json, meta] = wire.serialize({ input });
    const sent = JSON.parse(JSON.stringify({ json, meta }));
    return Reflect.get(Object(wire.deserialize(sent.json, sent.meta)), 'input');
  } catch {
    return input;
  }
}
