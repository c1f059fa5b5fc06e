import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { ControlCheckData } from './data.ts';
import {
  ALL_AGREES,
  CONTROL_CHECK_TITLE,
  comparedText,
  controlCheckEdition,
  countsOfCheck,
  factsOfCheck,
  headText,
  repeatedOnCheck,
  rowsOfCheck,
  signedText,
} from './definition.ts';

/** What stands on every page of the control check. */
export function frameOfCheck({ company, run }: ControlCheckData): PageFrame {
  return {
    head: `${CONTROL_CHECK_TITLE}本公司文本${controlCheckEdition}`,
    foot: `${company.project}案场核对人${run.by}`,
    repeated: repeatedOnCheck,
  };
}

/** Everything that the finished paper must say, as it is printed. */
export function expectedOnCheck(data: ControlCheckData): ExpectedBlank[] {
  const { company, differences, head, supervisor, manager } = data;
  return [
    expectedIn('公司', '', company.name, CONTROL_CHECK_TITLE),
    ...expectedRow(factsOfCheck(data), '各栋房源'),
    expectedIn('核对范围', '各栋房源', comparedText(data), ''),
    ...countsOfCheck(data).map((row) => ({ name: `房源 ${row[0] ?? ''}`, words: row.join('') })),
    expectedIn('差异', '差异与说明', `共 ${differences.length} 处`, ''),
    ...(differences.length === 0 ? [{ name: '差异', words: ALL_AGREES }] : []),
    ...rowsOfCheck(data).map((row, index) => ({ name: `差异第${index + 1}行`, words: row.join('') })),
    expectedIn('日志末条', '操作日志', `核对时末条 第 ${head.seq} 条`, ''),
    expectedIn('校验值', `${head.seq} 条`, headText(data), ''),
    { name: '主管签字', words: signedText('销售主管', supervisor) },
    { name: '经理签字', words: signedText('销售经理', manager) },
  ];
}
