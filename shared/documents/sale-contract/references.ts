import type { Run } from '#shared/domain/contracts/text/clauses.ts';
import { annexNumber, articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { AnnexKey } from '#shared/domain/contracts/text/keys.ts';
import { ordinal } from './values.ts';

/** An article as another one refers to it: 第十二条; empty where the text has none such, which the check refuses. */
export function articleText(text: ContractText, key: string): string {
  const number = articleNumber(text, key);
  return number === undefined ? '' : `第${ordinal(number)}条`;
}

/** An annex as an article refers to it: 附件四; empty where the text has none such. */
export function annexText(text: ContractText, key: AnnexKey): string {
  const number = annexNumber(text, key);
  return number === undefined ? '' : `附件${ordinal(number)}`;
}

/** The words of a run that says the same in every contract of the text; none for one that the data fill. */
export function staticRun(run: Run, text: ContractText): string[] {
  if (typeof run === 'string') return [run];
  if ('article' in run) return [articleText(text, run.article)];
  return 'annex' in run ? [annexText(text, run.annex)] : [];
}
