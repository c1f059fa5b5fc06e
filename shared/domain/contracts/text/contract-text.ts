import type { ContractArticle, ContractChapter, Run } from './clauses.ts';
import type { ContractForm } from './forms.ts';
import type { AnnexKey } from './keys.ts';

/**
 * The text of a contract (合同文本) as data: what is printed beside the data of the deal. It names fields, facts, tables and
 * conditions of the program and can say nothing else of them.
 */
export type ContractText = {
  readonly form: ContractForm;
  /** As it stands on the cover: name, and in brackets what for. */
  readonly title: string;
  /** Notes on how to read and fill the contract. */
  readonly notes: readonly (readonly Run[])[];
  /** Words of the contract with what they mean. */
  readonly glossary: readonly { readonly word: string; readonly meaning: string }[];
  /** The chapters behind the first one, which is the block of the parties. */
  readonly chapters: readonly ContractChapter[];
  readonly annexes: readonly { readonly key: AnnexKey; readonly title: string }[];
};

/** The articles of a text in their order. */
export function articlesOfText(text: ContractText): readonly ContractArticle[] {
  return text.chapters.flatMap((chapter) => chapter.articles);
}

/** Number of an article in a text, counted from one; undefined where the text has none such. */
export function articleNumber(text: ContractText, key: string): number | undefined {
  const index = articlesOfText(text).findIndex((one) => one.key === key);
  return index === -1 ? undefined : index + 1;
}

/** Number of an annex in a text, counted from one; undefined where the text has none such. */
export function annexNumber(text: ContractText, key: AnnexKey): number | undefined {
  const index = text.annexes.findIndex((one) => one.key === key);
  return index === -1 ? undefined : index + 1;
}

/** The articles of a text with their numbers. */
export function numberedArticles(text: ContractText): readonly (ContractArticle & { readonly number: number })[] {
  return articlesOfText(text).map((article, index) => ({ ...article, number: index + 1 }));
}
