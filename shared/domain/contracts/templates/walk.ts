import type { Clause, Run } from '../text/clauses.ts';
import { articlesOfText, type ContractText } from '../text/contract-text.ts';
import type { TextArticleKey } from '../text/keys.ts';

/** A clause with where it stands: its article, and the choices and conditions around it from the outside in. */
export type PlacedClause = { readonly clause: Clause; readonly article: TextArticleKey; readonly within: string };

/** Every clause of a text, those that stand in others too. */
export function placedClauses(text: ContractText): PlacedClause[] {
  return articlesOfText(text).flatMap((article) => placed(article.clauses, article.key, ''));
}

function placed(clauses: readonly Clause[], article: TextArticleKey, within: string): PlacedClause[] {
  return clauses.flatMap((clause): PlacedClause[] => {
    const here = { clause, article, within };
    if (clause.kind === 'oneOf')
      return [
        here,
        ...clause.options.flatMap((one) => placed(one.clauses, article, `${within}/${clause.key}.${one.option}`)),
      ];
    return clause.kind === 'onlyIf' ? [here, ...placed(clause.clauses, article, `${within}/${clause.key}`)] : [here];
  });
}

/** The runs that a clause itself holds: those of the clauses within it are theirs. */
export function runsOfClause(clause: Clause): readonly Run[] {
  if (clause.kind === 'paragraph') return clause.runs;
  return clause.kind === 'onlyIf' ? clause.otherwise : [];
}

/** Fields that some runs name, in their order, each as often as it stands there. */
export function fieldsOfRuns(runs: readonly Run[]) {
  return runs.flatMap((run) => {
    if (typeof run === 'string') return [];
    if ('field' in run) return [run.field];
    if ('capitals' in run) return [run.capitals];
    return 'choice' in run ? [run.choice] : [];
  });
}

/** The words of some runs; everything else stands as a gap that no pattern of words reaches over. */
export function wordsOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : '▯')).join('');
}
