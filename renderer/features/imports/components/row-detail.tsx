import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportedTable } from '#renderer/components/data-table-model.ts';
import { HotkeyHint } from '#renderer/components/hotkey-hint.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { useTableExport } from '#renderer/components/table-export.ts';
import { AreaText, Money } from '#renderer/components/values.tsx';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { nextTroubled, type PreviewRow, type Problem } from '../preview-model.ts';
import styles from './imports.module.css';

type RowDetailProps = {
  fileName: string;
  row: PreviewRow | undefined;
  problems: ReadonlyMap<number | null, readonly Problem[]>;
  /** Rows with problems, in order. */
  troubled: readonly number[];
  onShow: (row: number) => void;
};

/** The selected row: its problems in full, what the office has now, and the way from one problem to the next. */
export function RowDetail({ fileName, row, problems, troubled, onShow }: RowDetailProps) {
  const { t } = useTranslation('imports');
  const whole = problems.get(null) ?? [];
  const own = row === undefined ? [] : (problems.get(row.row) ?? []);
  const move = (direction: 1 | -1) => {
    const next = nextTroubled(troubled, row?.row, direction);
    if (next !== undefined) onShow(next);
  };
  useHotkey('F8', troubled.length > 0 ? () => move(1) : undefined);
  useHotkey('Shift+F8', troubled.length > 0 ? () => move(-1) : undefined);
  const at = row === undefined ? 0 : troubled.indexOf(row.row) + 1;
  return (
    <SidePanel
      label={t('detail.label')}
      width={332}
      title={row === undefined ? t('detail.label') : title(row, t('detail.row', { row: row.row }))}
    >
      <PanelBlock>
        {troubled.length === 0 && whole.length === 0 ? (
          <p className={styles.quiet}>{t('detail.allClear')}</p>
        ) : (
          <div className={styles.moves}>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconArrowDown size={14} />}
              disabled={troubled.length === 0}
              onClick={() => move(1)}
            >
              {t('detail.next')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconArrowUp size={14} />}
              disabled={troubled.length === 0}
              onClick={() => move(-1)}
            >
              {t('detail.previous')}
            </Button>
            <HotkeyHint keys="F8" />
            {at > 0 && <span>{t('detail.position', { place: at, count: troubled.length })}</span>}
            <ExportProblems fileName={fileName} problems={problems} />
          </div>
        )}
      </PanelBlock>
      {whole.length > 0 && (
        <PanelBlock>
          <ProblemList problems={whole} />
        </PanelBlock>
      )}
      <PanelBlock>
        {row === undefined ? (
          <p className={styles.quiet}>{t('detail.none')}</p>
        ) : own.length > 0 ? (
          <ProblemList problems={own} />
        ) : (
          <p className={styles.quiet}>{t('detail.noProblems')}</p>
        )}
      </PanelBlock>
      {row !== undefined && row.outcome !== 'leftOut' && (
        <PanelBlock>
          <RowFacts row={row} />
        </PanelBlock>
      )}
    </SidePanel>
  );
}

function title(row: PreviewRow, place: string): string {
  const label = unitLabel(row);
  return label === '' ? place : `${place} · ${label}`;
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index} data-severity={problem.severity}>
          <small>
            {t(`detail.${problem.severity}`)} ·{' '}
            {problem.field === null ? t('detail.whole') : t(`fields.${problem.field}`)}
            {problem.column !== null && problem.field !== null && problem.column !== t(`fields.${problem.field}`)
              ? ` · ${problem.column}`
              : ''}
          </small>
          {refusalSentence(problem, language)}
        </li>
      ))}
    </ul>
  );
}

function RowFacts({ row }: { row: PreviewRow }) {
  const { t } = useTranslation('imports');
  const { before } = row;
  return (
    <Facts
      items={[
        {
          label: t('rows.builtArea'),
          value: (
            <>
              {before !== null && before.builtArea !== row.builtArea && (
                <>
                  <span className={styles.earlier}>
                    <AreaText value={before.builtArea} />
                  </span>{' '}
                </>
              )}
              <AreaText value={row.builtArea} />
            </>
          ),
        },
        { label: t('detail.innerArea'), value: <AreaText value={row.innerArea} /> },
        { label: t('rows.unitPrice'), value: <Money value={row.unitPrice} /> },
        {
          label: t('rows.total'),
          value: (
            <>
              {before !== null && before.listPrice !== row.total && (
                <>
                  <span className={styles.earlier}>
                    <Money value={before.listPrice} />
                  </span>{' '}
                </>
              )}
              <Money value={row.total} strong />
            </>
          ),
        },
      ]}
    />
  );
}

type ExportProps = { fileName: string; problems: ReadonlyMap<number | null, readonly Problem[]> };

/** Saves the problems as a spreadsheet, for whoever mends the list. */
function ExportProblems({ fileName, problems }: ExportProps) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const title = t('detail.exportTitle', { name: fileName.replace(/\.\w+$/, '') });
  const save = useTableExport({ list: 'priceListProblems', title });
  const table = (): ExportedTable => ({
    columns: [
      { id: 'row', header: t('rows.row'), kind: 'number' },
      { id: 'column', header: t('detail.column'), kind: 'text' },
      { id: 'severity', header: t('detail.severity'), kind: 'text' },
      { id: 'sentence', header: t('detail.sentence'), kind: 'text' },
    ],
    rows: [...problems.values()]
      .flat()
      .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
      .map((problem) => [
        problem.row,
        problem.column ?? (problem.field === null ? '' : t(`fields.${problem.field}`)),
        t(`detail.${problem.severity}`),
        refusalSentence(problem, language),
      ]),
    ids: [],
  });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconFileSpreadsheet size={14} />}
      onClick={() => void save(table())}
    >
      {t('detail.export')}
    </Button>
  );
}
