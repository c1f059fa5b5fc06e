import type { Content, TableCell } from 'pdfmake';
import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { dateText, orStruck } from './blanks.ts';
import { headOf, type ListColumn, ledger } from './tables.ts';

const name = z.string().trim().min(1).max(100);

/** What each post did with a request, in the order in which they did it. */
export const decisionsSchema = z
  .array(z.strictObject({ post: name, name, on: localDateSchema, verdict: name, opinion: z.string().trim().max(500) }))
  .max(20);

type Decisions = z.output<typeof decisionsSchema>;

/** Columns of the decisions. */
export const decisionColumns: readonly ListColumn[] = [
  { head: '审批岗位', alignment: 'left', width: 70 },
  { head: '姓名', alignment: 'left', width: 60 },
  { head: '日期', alignment: 'left', width: 90 },
  { head: '结果', alignment: 'left', width: 60 },
  { head: '意见', alignment: 'left', width: '*' },
];

/** What each post did with a request, as it stands in its row. */
export function cellsOfDecisions(decisions: Decisions) {
  return decisions.map(
    ({ post, name: who, on, verdict, opinion }) => [post, who, dateText(on), verdict, orStruck(opinion)] as const,
  );
}

/** The decisions as a table; nothing where nobody has decided. */
export function decisionsTable(decisions: Decisions): Content {
  const rows = cellsOfDecisions(decisions);
  if (rows.length === 0) return [];
  return {
    margin: [0, 6, 0, 0],
    table: {
      widths: decisionColumns.map(({ width }) => width),
      headerRows: 1,
      body: [headOf(decisionColumns), ...rows.map((row): TableCell[] => row.map((text) => ({ text })))],
    },
    layout: ledger,
  };
}
