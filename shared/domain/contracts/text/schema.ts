import { z } from 'zod';
import { contractFields, type FieldName, isFieldName } from '../fields/catalogue.ts';
import { type Clause, factNames, type Run, tableNames } from './clauses.ts';
import { conditionNames } from './conditions.ts';
import type { ContractText } from './contract-text.ts';
import { contractForms } from './forms.ts';
import { annexKeys, isArticleKey, type TextArticleKey } from './keys.ts';

/** Most characters that a text may have as JSON: four times what the program's own longest one has. */
export const TEXT_MAX = 200_000;
/** How deep clauses may stand in each other: a choice in a condition, and one more. */
const MOST_LEVELS = 3;

/** Characters that set or hide text instead of saying something: controls, directions, joiners, private ones. */
const unsayable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const said = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !unsayable.test(text), 'unsayable');
/** A title, without the blanks at its ends. */
const title = z.string().trim().pipe(said(60));
const field = z.custom<FieldName>((value) => typeof value === 'string' && isFieldName(value), 'not a field');
const moneyField = field.refine((name) => contractFields[name].kind === 'money', 'not money');
const choiceField = field.refine((name) => contractFields[name].kind === 'choice', 'not a choice');
const articleKey = z.custom<TextArticleKey>((value) => typeof value === 'string' && isArticleKey(value), 'not a key');
const clauseKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}(?:[-.][A-Za-z0-9]{1,30}){1,8}$/u);

const runSchema: z.ZodType<Run> = z.union([
  said(2000),
  z.strictObject({ field }),
  z.strictObject({ capitals: moneyField }),
  z.strictObject({ choice: choiceField }),
  z.strictObject({ fact: z.enum(factNames) }),
  z.strictObject({ article: articleKey }),
  z.strictObject({ annex: z.enum(annexKeys) }),
]);
const runs = z.array(runSchema).min(1).max(60);

const paragraph = z.strictObject({ key: clauseKey, kind: z.literal('paragraph'), runs, weighty: z.boolean() });
const table = z.strictObject({ key: clauseKey, kind: z.literal('table'), table: z.enum(tableNames) });

/** Clauses down to a level; the schema has an end, so that no nesting can exhaust whoever reads it. */
function clausesWithin(level: number): z.ZodType<readonly Clause[]> {
  const leaves = [paragraph, table] as const;
  if (level === 0) return z.array(z.discriminatedUnion('kind', leaves)).max(40);
  const inner = clausesWithin(level - 1);
  const options = z
    .array(z.strictObject({ option: z.string().max(40), clauses: inner }))
    .min(1)
    .max(12);
  return z
    .array(
      z.discriminatedUnion('kind', [
        ...leaves,
        z.strictObject({ key: clauseKey, kind: z.literal('oneOf'), field: choiceField, options }),
        z.strictObject({
          key: clauseKey,
          kind: z.literal('onlyIf'),
          condition: z.enum(conditionNames),
          clauses: inner,
          otherwise: runs,
        }),
      ]),
    )
    .max(40);
}

const article = z.strictObject({ key: articleKey, title, clauses: clausesWithin(MOST_LEVELS) });

/**
 * The text of a contract at a border of the program: nothing that is not declared, nothing without end. What it says is
 * looked at by the rules of templates.
 */
export const contractTextSchema: z.ZodType<ContractText> = z.strictObject({
  form: z.enum(contractForms),
  title,
  notes: z.array(runs).max(20),
  glossary: z.array(z.strictObject({ word: title, meaning: said(400) })).max(40),
  chapters: z
    .array(z.strictObject({ title, articles: z.array(article).max(20) }))
    .min(1)
    .max(20),
  annexes: z
    .array(z.strictObject({ key: z.enum(annexKeys), title }))
    .min(1)
    .max(annexKeys.length),
});
