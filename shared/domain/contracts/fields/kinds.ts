import { z } from 'zod';
import type { Area } from '#shared/kernel/area.ts';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, type Fen, ONE_PPM } from '#shared/kernel/money.ts';
import type { ArticleKey } from '../text/keys.ts';

/**
 * Who may fill a field, and how far (条款锁定): `record` comes from the office's records; `law` and `rule` keep what the
 * law or the model rules give the buyer; `bound` is a number within a rule; `choice` one of several; `free` wording.
 */
export const fieldLocks = ['record', 'law', 'rule', 'bound', 'choice', 'free'] as const;
/** Who may fill a field, and how far. */
export type FieldLock = (typeof fieldLocks)[number];

/**
 * What a field holds. `dailyRate` and `percent` are parts per million (万分之一 is 100, 1 % is 10 000); `height` is in
 * centimetres; `area` may be as large as a site.
 */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'money'
  | 'area'
  | 'date'
  | 'days'
  | 'count'
  | 'floor'
  | 'height'
  | 'dailyRate'
  | 'percent'
  | 'choice';

type ValueOfKind = {
  text: string;
  longText: string;
  money: Fen;
  area: Area;
  date: LocalDate;
  days: number;
  count: number;
  floor: number;
  height: number;
  dailyRate: number;
  percent: number;
};

/** A field of the contract: the article it stands in, its lock, kind and choices. */
export type FieldDefinition<Kind extends FieldKind = FieldKind, Option extends string = string> = {
  readonly article: ArticleKey;
  readonly lock: FieldLock;
  readonly kind: Kind;
  readonly options: readonly Option[];
};

/** What a field of the kind holds once it is filled. */
export type FieldValue<Definition> =
  Definition extends FieldDefinition<infer Kind, infer Option>
    ? Kind extends 'choice'
      ? Option
      : Kind extends keyof ValueOfKind
        ? ValueOfKind[Kind]
        : never
    : never;

/** Declares a field that is no choice. */
export function blank<Kind extends Exclude<FieldKind, 'choice'>>(
  article: ArticleKey,
  lock: FieldLock,
  kind: Kind,
): FieldDefinition<Kind, never> {
  return { article, lock, kind, options: [] };
}

/** Declares a field that is one of several. */
export function oneOf<const Option extends string>(
  article: ArticleKey,
  lock: FieldLock,
  options: readonly Option[],
): FieldDefinition<'choice', Option> {
  return { article, lock, kind: 'choice', options };
}

const blankSchemas: { readonly [Kind in keyof ValueOfKind]: z.ZodType<ValueOfKind[Kind]> } = {
  text: z.string().trim().min(1).max(100),
  longText: z.string().trim().min(1).max(1000),
  money: amountSchema,
  // A site is larger than any unit on it; the brand is the same.
  area: z.int().min(0).max(1_000_000_000).transform(Number).pipe(z.custom<Area>()),
  date: localDateSchema,
  days: z.int().min(0).max(3650),
  count: z.int().min(0).max(999),
  floor: z.int().min(-20).max(200),
  height: z.int().min(0).max(5000),
  dailyRate: z.int().min(0).max(50_000),
  percent: z.int().min(0).max(ONE_PPM),
};

/** The schema of a field's value, null while it is open. */
export function fieldSchema(definition: FieldDefinition): z.ZodType<string | number | null> {
  return definition.kind === 'choice'
    ? z.enum(definition.options).nullable()
    : blankSchemas[definition.kind].nullable();
}
