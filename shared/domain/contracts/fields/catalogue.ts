import { z } from 'zod';
import { afterSaleFields } from './after-sale.ts';
import { deliveryFields } from './delivery.ts';
import { type FieldDefinition, type FieldValue, fieldSchema } from './kinds.ts';
import { priceFields } from './price.ts';
import { propertyFields } from './property.ts';

const declared = { ...propertyFields, ...priceFields, ...deliveryFields, ...afterSaleFields };

/** Name of a field of an article. */
export type FieldName = keyof typeof declared;

/** What each field holds; null while nobody has filled it in. */
export type FieldValues = { [Name in FieldName]: FieldValue<(typeof declared)[Name]> | null };

/** Every field of the articles of all forms, in the order of the pre-sale. */
export const contractFields: { readonly [Name in FieldName]: FieldDefinition } = declared;

/** True for the name of a field. */
export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(declared, text);
}

/** Every name, in the order of the articles. */
export const fieldNames: readonly FieldName[] = Object.keys(declared).filter(isFieldName);

/** The fields with nothing in them. */
export const openFields = Object.fromEntries(fieldNames.map((name) => [name, null])) as FieldValues;

const shape = Object.fromEntries(fieldNames.map((name) => [name, fieldSchema(contractFields[name])]));

/** The fields at a border of the program: every one is there, null while it is open. */
export const fieldValuesSchema = z.strictObject(shape) as unknown as z.ZodType<FieldValues>;

/** A change of some fields. */
export const fieldChangesSchema = z.strictObject(shape).partial() as unknown as z.ZodType<Partial<FieldValues>>;
