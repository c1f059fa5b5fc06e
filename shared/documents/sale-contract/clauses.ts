import type { Content } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { Clause, ContractChapter, Run } from '#shared/domain/contracts/text/clauses.ts';
import { holds } from '#shared/domain/contracts/text/conditions.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { article, paragraph } from '../kit/article.ts';
import { filled, type Runs } from '../kit/blanks.ts';
import { inks } from '../kit/definition.ts';
import { staticRun } from './references.ts';
import { clauseTable } from './tables.ts';
import { CHOSEN, capitalsText, factText, fieldText, NOT_CHOSEN, optionsOf, ordinal } from './values.ts';

/** What is printed and where: `live` is false in what was not chosen, whose blanks are struck. */
type Setting = {
  readonly text: ContractText;
  readonly draft: ContractDraft;
  readonly pages: number | null;
  readonly live: boolean;
};

/** A chapter with its articles. */
export function chapterContent(
  text: ContractText,
  chapter: ContractChapter,
  ordinalOfChapter: number,
  draft: ContractDraft,
  pages: number | null,
): Content[] {
  const setting = { text, draft, pages, live: true };
  return [
    chapterHead(ordinalOfChapter, chapter.title),
    ...chapter.articles.flatMap((one) => [
      article(ordinal(articleNumber(text, one.key) ?? 0), one.title),
      ...clausesContent(one.clauses, setting),
    ]),
  ];
}

/** The head of a chapter. It stays with what follows. */
export function chapterHead(number: number, title: string): Content {
  return { text: `第${ordinal(number)}章　${title}`, style: 'chapter', margin: [0, 12, 0, 2], headlineLevel: 1 };
}

function clausesContent(clauses: readonly Clause[], setting: Setting, mark = ''): Content[] {
  return clauses.flatMap((clause, index) => clauseContent(clause, setting, index === 0 ? mark : ''));
}

function clauseContent(clause: Clause, setting: Setting, mark: string): Content[] {
  const { draft, live } = setting;
  switch (clause.kind) {
    case 'paragraph': {
      const runs = [...(mark === '' ? [] : [mark]), ...clause.runs.flatMap((run) => runContent(run, setting))];
      return [live ? paragraph(runs, { bold: clause.weighty }) : notChosen(runs)];
    }
    case 'oneOf':
      return clause.options.flatMap(({ option, clauses }) => {
        const chosen = live && draft.fields[clause.field] === option;
        return clausesContent(clauses, { ...setting, live: chosen }, `${chosen ? CHOSEN : NOT_CHOSEN}\u00a0`);
      });
    case 'onlyIf':
      return live && holds(clause.condition, draft)
        ? clausesContent(clause.clauses, setting, mark)
        : [
            paragraph([
              ...(mark === '' ? [] : [mark]),
              ...clause.otherwise.flatMap((run) => runContent(run, { ...setting, live: false })),
            ]),
          ];
    case 'table':
      return [clauseTable(clause.table, draft)];
  }
}

function notChosen(runs: Runs): Content {
  return { text: runs, style: 'paragraph', color: inks.soft, margin: [0, 0, 0, 1] };
}

/** The runs of one piece of a paragraph. */
function runContent(run: Run, { text, draft, pages, live }: Setting): Runs {
  if (typeof run === 'string' || 'article' in run || 'annex' in run) return staticRun(run, text);
  if ('field' in run) return [filled(live ? fieldText(draft, run.field) : '')];
  if ('capitals' in run) return [filled(live ? capitalsText(draft, run.capitals) : '')];
  if ('choice' in run) return choiceRuns(run.choice, live ? draft.fields[run.choice] : null);
  return [filled(factText(draft, run.fact, pages))];
}

/** All choices of a field in one line, each box bound to its words. */
function choiceRuns(field: FieldName, chosen: string | number | null): Runs {
  return optionsOf(field).flatMap(([option, words], index) => [
    ...(index === 0 ? [] : ['　']),
    {
      text: `${option === chosen ? CHOSEN : NOT_CHOSEN}${words}`,
      noWrap: true,
      ...(option === chosen ? { bold: true } : {}),
    },
  ]);
}
