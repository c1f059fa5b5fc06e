import { z } from 'zod';
import type { Shape } from '#shared/api/procedure.ts';

/** The part of JSON Schema that our declarations come to. */
type Form = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Form>>;
  readonly items?: Form;
  readonly anyOf?: readonly Form[];
  readonly oneOf?: readonly Form[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly $ref?: string;
};

/** A small price list, for what asks for a file. */
const file = Buffer.from('楼栋,房号,建筑面积,总价\n9栋,101,100.00,1000000\n').toString('base64');

function textOf(form: Form): string {
  if (form.contentEncoding === 'base64') return file;
  if (form.pattern?.startsWith('^\\d{4,8}')) return '2580';
  if (form.pattern?.startsWith('^\\d{8}-')) return '20261126-203000';
  if (form.pattern?.startsWith('^[a-z0-9]')) return 'wang.yi';
  if (form.pattern?.startsWith('^[A-Za-z0-9]')) return 'toSign';
  if (form.pattern?.startsWith('^[A-Za-z]')) return 'lumpSum';
  // The only texts without any bound are days.
  if (form.minLength === undefined && form.maxLength === undefined) return '2026-11-25';
  return '测试文本'.padEnd(form.minLength ?? 0, '文').slice(0, form.maxLength ?? 10);
}

/** Inputs that fit a form: one for each variant it has. */
function fitting(form: Form): unknown[] {
  // A value of any shape, as settings have.
  if (form.$ref !== undefined) return [1, '文', { a: [null] }];
  if (form.const !== undefined) return [form.const];
  if (form.enum !== undefined) return [...form.enum];
  const variants = form.anyOf ?? form.oneOf;
  if (variants !== undefined) return variants.flatMap(fitting);
  const types = form.type === undefined ? [] : [form.type].flat();
  return types.flatMap((type): unknown[] => {
    switch (type) {
      case 'object':
        return objects(form.properties ?? {});
      case 'array':
        return form.items === undefined ? [[]] : fitting(form.items).map((item) => [item]);
      case 'integer':
      case 'number':
        return [Math.max(1, form.minimum ?? 1)];
      case 'string':
        // A text without any bound may also be the id of a request.
        return form.minLength === undefined && form.maxLength === undefined && form.pattern === undefined
          ? [textOf(form), '01a2159f-abf2-7053-a71c-a88ffc32091d']
          : [textOf(form)];
      case 'boolean':
        return [true, false];
      default:
        return [null];
    }
  });
}

/** The first object has the first variant of everything; the others differ from it in one member each. */
function objects(properties: Readonly<Record<string, Form>>): Record<string, unknown>[] {
  const members = Object.entries(properties).map(([name, form]) => [name, fitting(form)] as const);
  const first = Object.fromEntries(members.map(([name, values]) => [name, values[0]]));
  return [first, ...members.flatMap(([name, values]) => values.slice(1).map((value) => ({ ...first, [name]: value })))];
}

/** What was found for a declaration: walks ask for the same ones thousands of times. */
const found = new WeakMap<Shape, readonly unknown[]>();

/** Inputs that a declaration takes, the plainest first. */
export function fittingInputs(schema: Shape): readonly unknown[] {
  const known = found.get(schema);
  if (known !== undefined) return known;
  const form: Form = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Form;
  const inputs = fitting(form).filter((input) => schema.safeParse(input).success);
  found.set(schema, inputs);
  return inputs;
}

/** What somebody may put where something else belongs. */
export const strange: readonly unknown[] = [
  undefined,
  null,
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  1.5,
  2 ** 53,
  1e308,
  10n,
  '',
  ' ',
  '__proto__',
  'constructor',
  `'; drop table units; --`,
  '\u0000\ud800',
  '文'.repeat(1_000_000),
  [],
  Array.from({ length: 100_000 }, () => 1),
  {},
  JSON.parse('{"__proto__":{"admin":true}}'),
  Object.create(null),
  new Date(Number.NaN),
  new Map([['unitId', 1]]),
  new Uint8Array(3),
  Symbol('x'),
  () => 1,
];

/** A damaged input, and in words what was done to it. */
export type Damage = { readonly what: string; readonly input: unknown };

function spelled(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 20));
  return Array.isArray(value) ? `a list of ${value.length}` : Object.prototype.toString.call(value);
}

/** Everything that can be wrong with an input, at every place of it. */
export function damagesOf(input: unknown): Damage[] {
  return damaged(input, '');
}

/**
 * What can be wrong with a further input beside a first one that was damaged everywhere: only where the two differ. What
 * has other members is of another form, and damaged everywhere too.
 */
export function damagesBeside(first: unknown, input: unknown, path = ''): Damage[] {
  if (JSON.stringify(first) === JSON.stringify(input)) return [];
  if (Array.isArray(first) && Array.isArray(input))
    return damagesBeside(first[0], input[0], `${path}[0]`).map(({ what, input: item }) => ({ what, input: [item] }));
  const known = membersOf(first);
  const members = membersOf(input);
  const names = Object.keys(members);
  if (names.length === 0 || Object.keys(known).join() !== names.join()) return damaged(input, path);
  return names.flatMap((name) =>
    damagesBeside(known[name], members[name], `${path}.${name}`).map(({ what, input: part }) => ({
      what,
      input: { ...members, [name]: part },
    })),
  );
}

function membersOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {};
}

function damaged(input: unknown, path: string): Damage[] {
  const swaps = strange.map((value) => ({ what: `${path || 'all of it'} is ${spelled(value)}`, input: value }));
  if (Array.isArray(input))
    return [...swaps, ...damaged(input[0], `${path}[0]`).map(({ what, input: item }) => ({ what, input: [item] }))];
  if (typeof input !== 'object' || input === null) return swaps;
  const members = Object.entries(input);
  return [
    ...swaps,
    ...unknownKeysOf(input, path),
    ...members.flatMap(([name, value]) => [
      { what: `${path}.${name} is missing`, input: Object.fromEntries(members.filter(([other]) => other !== name)) },
      ...damaged(value, `${path}.${name}`).map(({ what, input: part }) => ({
        what,
        input: { ...input, [name]: part },
      })),
    ]),
  ];
}

/** An input with members that no declaration knows. */
export function unknownKeysOf(input: object, path = ''): Damage[] {
  const own = JSON.parse('{"__proto__":{"admin":true}}');
  return [
    { what: `${path} has an unknown key`, input: { ...input, salary: 1 } },
    { what: `${path} has a key of every object`, input: { ...input, constructor: 1, toString: 2 } },
    // A spread would set the prototype; a parsed text has it as a key of its own.
    {
      what: `${path} has a key __proto__`,
      input: Object.defineProperties({ ...input }, Object.getOwnPropertyDescriptors(own)),
    },
    { what: `${path} says who asks`, input: { ...input, actor: 1, approvedBy: 1 } },
  ];
}
