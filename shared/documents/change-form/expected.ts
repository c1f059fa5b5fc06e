import { orStruck } from '../kit/blanks.ts';
import { cellsOfDecisions, decisionColumns } from '../kit/decisions.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import { headsText } from '../kit/tables.ts';
import type { ChangeFormData } from './data.ts';
import { changeFormEdition, factsOfForm, handlingOfForm } from './definition.ts';

/** What stands on every page of the form. */
export function frameOfChange({ company, askedBy }: ChangeFormData): PageFrame {
  return {
    head: `变更审批表本公司文本${changeFormEdition}`,
    foot: `${company.project}案场提出人${askedBy}`,
    repeated: ['项目变更前变更后', headsText(decisionColumns)],
  };
}

/** Everything that the finished paper must say, as it is printed. */
export function expectedOnChange(data: ChangeFormData): readonly ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.company.name, '变更审批表'),
    ...expectedRow(factsOfForm(data), '变更内容'),
    ...data.figures.map(({ name, before, after }) => ({
      name,
      words: `${name}${orStruck(before)}${orStruck(after)}`,
    })),
    ...expectedRow(handlingOfForm(data), ''),
    ...cellsOfDecisions(data.decisions).map((row) => ({ name: row[0], words: row.join('') })),
  ];
}
