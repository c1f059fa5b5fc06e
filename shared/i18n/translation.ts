/**
 * The shape a translation must have to be complete: every key of the Chinese table, as text. Chinese has one plural
 * form, so a key ending in `_other` asks for its `_one` beside it.
 */
export type Translation<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? string : Translation<Table[Key]>;
} & {
  readonly [Key in keyof Table as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
