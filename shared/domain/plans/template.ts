import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, ONE_PPM } from '#shared/kernel/money.ts';
import { planItems, planKinds } from './states.ts';

/** Days from which a line of a plan counts its due day: the subscription or the signing of the contract. */
export const planEvents = ['subscription', 'signing'] as const;
/** Event that a due day counts from. */
export type PlanEvent = (typeof planEvents)[number];

/**
 * How much a line is: a percent of the price (loans rounded down to what banks lend), an amount, the deposit of the
 * subscription, or `rest`, which takes whatever the other lines leave (at most one line).
 */
export const planShareSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    ratePpm: z.int().min(1).max(ONE_PPM),
    roundDownTo: amountSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: amountSchema }),
  z.strictObject({ kind: z.literal('deposit') }),
  z.strictObject({ kind: z.literal('rest') }),
]);

/** When a line is due: on a day, or months and days after an event. Months count from the event itself, never chained. */
export const planDueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), on: localDateSchema }),
  z.strictObject({
    kind: z.literal('after'),
    event: z.enum(planEvents),
    months: z.int().min(0).max(120),
    days: z.int().min(0).max(3650),
  }),
]);
/** When a line is due. */
export type PlanDue = z.output<typeof planDueSchema>;

/** One line of a way to pay; `inPrice` is false for what is collected beside the price. */
export const planLineTemplateSchema = z.strictObject({
  item: z.enum(planItems),
  share: planShareSchema,
  due: planDueSchema,
  inPrice: z.boolean(),
});
/** One line of a way to pay. */
export type PlanLineTemplate = z.output<typeof planLineTemplateSchema>;

/** Most payment plans that an office has at a time. */
export const MOST_PLANS = 50;

/** What names a plan of the office for good, whatever its name and its lines become. */
export const planCodeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/);

/**
 * A payment plan of the office (付款方式): its lines in the order in which papers show them. Of a kind there may be several,
 * each with a code and a name of its own. Settings of before plans had codes had one of each kind: it was its code.
 */
export const planTemplateSchema = z
  .strictObject({
    code: planCodeSchema.optional(),
    kind: z.enum(planKinds),
    label: z.string().trim().min(1).max(60),
    lines: z.array(planLineTemplateSchema).min(1).max(60),
  })
  .transform(({ code, kind, ...template }) => ({ code: code ?? kind, kind, ...template }));
/** A way to pay. */
export type PlanTemplate = z.output<typeof planTemplateSchema>;
