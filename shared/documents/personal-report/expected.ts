import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import type { PersonalReportData } from './data.ts';
import { introduction, NOTHING, personalReportEdition, REPORT_TITLE } from './definition.ts';

/** What stands on every page of the report. */
export function frameOfReport({ project, maker, parts }: PersonalReportData): PageFrame {
  return {
    head: `${REPORT_TITLE}本公司文本${personalReportEdition}`,
    foot: `${project}案场经办人${maker}`,
    repeated: parts.map(({ columns }) => columns.join('')),
  };
}

/** Everything that the finished report must say: each line of each part. */
export function expectedOnReport(data: PersonalReportData): ExpectedBlank[] {
  return [
    { name: '报告人', words: `${data.seller.name}${REPORT_TITLE}${introduction(data)}` },
    ...data.parts.flatMap(({ title, rows }) =>
      rows.length === 0
        ? [{ name: title, words: `${title}${NOTHING}` }]
        : rows.map((row, index) => ({ name: `${title}第${index + 1}行`, words: row.join('') })),
    ),
  ];
}
