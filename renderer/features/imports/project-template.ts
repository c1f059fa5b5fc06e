import { notifications } from '@mantine/notifications';
import type { WriteSheet } from 'hucre';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { thisPc } from '#renderer/lib/office.ts';
import {
  type ProjectField,
  type ProjectSheet,
  projectSheets,
  projectTables,
  sheetNames,
} from '#shared/domain/imports/running-project/sheets.ts';

/** What could stand in a column; invented. */
const examples: Partial<Record<ProjectField, string>> = {
  code: 'K001',
  name: '张一鸣',
  phone: '13800000000',
  identityKind: '身份证',
  channel: '老带新',
  consultant: '陈晓',
  registeredOn: '2024-02-01',
  number: '认字001',
  deal: '认字001',
  building: '3栋',
  entrance: '1单元',
  floor: '18',
  roomNo: '1802',
  buyers: '张一鸣、李二娘',
  shares: '60%、40%',
  subscribedOn: '2024-03-01',
  signBy: '2024-03-08',
  listPrice: '1020000',
  price: '980000.5',
  deposit: '50000',
  planKind: '商业按揭',
  signedOn: '2024-03-09',
  filedOn: '2024-03-20',
  receivedOn: '2024-03-01',
  item: '首付款',
  method: '转账',
  amount: '50000',
  dueOn: '2026-12-31',
  open: '280000',
  kind: '认购',
  count: '120',
};

const HEAD = { style: { font: { bold: true } } } as const;

/** The template: a sheet for each list with the headings that are recognised, and one that explains every column. */
export function templateSheets(t: TFunction<'runningProject'>): WriteSheet[] {
  const head = (['sheet', 'column', 'needed', 'meaning', 'example'] as const).map((name) => t(`templateHead.${name}`));
  const notes = projectSheets.flatMap((sheet) =>
    projectTables[sheet].fields.map((field) => [
      sheetNames[sheet].name,
      headingOf(sheet, field),
      projectTables[sheet].required.includes(field) ? t('needed') : '',
      t(`explain.${field}`),
      examples[field] ?? '',
    ]),
  );
  return [
    {
      name: t('templateNotes'),
      columns: [12, 16, 8, 60, 22].map((width) => ({ width })),
      rows: [head, ...notes],
      cells: bold(head),
      freezePane: { rows: 1 },
    },
    ...projectSheets.map((sheet): WriteSheet => {
      const headings = projectTables[sheet].fields.map((field) => headingOf(sheet, field));
      return {
        name: sheetNames[sheet].name,
        columns: headings.map((heading) => ({ width: Math.max(12, heading.length * 2 + 4) })),
        rows: [headings],
        cells: bold(headings),
        freezePane: { rows: 1 },
      };
    }),
  ];
}

/** A heading as the import knows it; what is needed carries a star. */
function headingOf(sheet: ProjectSheet, field: ProjectField): string {
  const { headings, required } = projectTables[sheet];
  return `${headings[field][0] ?? ''}${required.includes(field) ? '*' : ''}`;
}

function bold(headings: readonly string[]): NonNullable<WriteSheet['cells']> {
  return new Map(headings.map((value, index) => [`0,${index}`, { value, ...HEAD }]));
}

/** Saves the template where the person says. */
export function useProjectTemplate(): () => void {
  const { t } = useTranslation('runningProject');
  const sentence = useErrorSentence();
  const save = async (): Promise<void> => {
    const { writeXlsx } = await import('hucre');
    const bytes = await writeXlsx({ sheets: templateSheets(t) });
    await (await thisPc()).files.save({
      kind: 'xlsx',
      suggestedName: t('templateName'),
      file: new Blob([new Uint8Array(bytes)]),
    });
  };
  return () =>
    void save().catch((error: unknown) =>
      notifications.show({ color: 'seal', message: sentence(refusalOf(error)), autoClose: false }),
    );
}
