import type { DocumentKind } from '../kind.ts';
import { type PersonalReportData, personalReportDataSchema } from './data.ts';
import { buildPersonalReportDefinition, personalReportEdition, REPORT_TITLE } from './definition.ts';
import { expectedOnReport, frameOfReport } from './expected.ts';
import { personalReportSample } from './sample.ts';

/** The report on what is kept of a person (个人信息报告). */
export const personalReport: DocumentKind<PersonalReportData, 'a4'> = {
  kind: 'personalReport',
  title: REPORT_TITLE,
  numberPrefix: 'GR',
  templateVersion: personalReportEdition,
  copies: 1,
  papers: ['a4'],
  schema: personalReportDataSchema,
  build: buildPersonalReportDefinition,
  openBlanks: () => [],
  expected: expectedOnReport,
  frame: frameOfReport,
  follows: true,
  sample: personalReportSample,
};
