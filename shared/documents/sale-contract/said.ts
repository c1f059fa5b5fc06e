import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { Clause, FactName, Run } from '#shared/domain/contracts/text/clauses.ts';
import { holds } from '#shared/domain/contracts/text/conditions.ts';
import { articlesOfText, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { CHOSEN, capitalsText, factText, fieldText } from './values.ts';

/** So much of the words before and behind a blank is compared with it: an amount alone may stand elsewhere too. */
const BEFORE = 12;
const BEHIND = 6;

/** What a clause that holds says of a field or a fact: its value, empty where it is struck, between the words around it. */
export type Said = {
  readonly of: { readonly field: FieldName } | { readonly fact: Exclude<FactName, 'pages'> };
  /** The chosen box of a choice before its words; these need no words around them. */
  readonly chosen: boolean;
  readonly before: string;
  readonly value: string;
  readonly behind: string;
};

/**
 * What stands in the clauses that hold: every blank between the words around it, and the chosen box of every choice, with
 * its own words in a line of choices or before the clause that it stands for.
 */
export function saidIn(clauses: readonly Clause[], draft: ContractDraft): Said[] {
  return clauses.flatMap((clause): Said[] => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap((run, index) => {
          if (typeof run === 'string') return [];
          if ('choice' in run) return [chosen(run.choice, fieldText(draft, run.choice))];
          const around = [clause.runs[index - 1], clause.runs[index + 1]] as const;
          if ('field' in run) return [blank({ field: run.field }, fieldText(draft, run.field), around)];
          if ('capitals' in run) return [blank({ field: run.capitals }, capitalsText(draft, run.capitals), around)];
          if (!('fact' in run) || run.fact === 'pages') return [];
          return [blank({ fact: run.fact }, factText(draft, run.fact, null), around)];
        });
      case 'oneOf': {
        const option = clause.options.find((one) => one.option === draft.fields[clause.field]);
        const [first] = option?.clauses ?? [];
        const words = first?.kind === 'paragraph' ? first.runs[0] : undefined;
        return [
          ...(typeof words === 'string' ? [chosen(clause.field, words)] : []),
          ...saidIn(option?.clauses ?? [], draft),
        ];
      }
      case 'onlyIf':
        return holds(clause.condition, draft) ? saidIn(clause.clauses, draft) : [];
      case 'table':
        return [];
    }
  });
}

/** What the articles that hold first say of a field or a fact; undefined where none does. */
export function saidOf(text: ContractText, draft: ContractDraft, wanted: Said['of']): Said | undefined {
  const all = articlesOfText(text).flatMap(({ clauses }) => saidIn(clauses, draft));
  return all.find(({ of }) =>
    'field' in wanted ? 'field' in of && of.field === wanted.field : 'fact' in of && of.fact === wanted.fact,
  );
}

/** A blank of a clause: its value between the words around it. */
function blank(of: Said['of'], value: string, [before, behind]: readonly [Run | undefined, Run | undefined]): Said {
  return {
    ...{ of, value, chosen: false },
    before: typeof before === 'string' ? before.slice(-BEFORE) : '',
    behind: typeof behind === 'string' ? behind.slice(0, BEHIND) : '',
  };
}

function chosen(field: FieldName, words: string): Said {
  return { of: { field }, chosen: true, before: '', value: words === '' ? '' : `${CHOSEN}${words}`, behind: '' };
}
