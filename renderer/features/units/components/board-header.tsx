import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '#renderer/components/filters.tsx';
import { PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { formatDateTime } from '#renderer/lib/format.ts';
import type { boardViews } from '../board/address.ts';
import { type CellFigure, cellFigures } from '../board/cell-text.ts';
import { useMaySeeBuyers } from '../hooks/use-buyers.ts';

type BoardHeaderProps = {
  sub: string;
  /** The minute of the past that is shown. */
  past: number | undefined;
  figure: CellFigure;
  view: (typeof boardViews)[number];
  /** Phases of the project, and the one that is shown; no choice where there is one phase at most. */
  phases: readonly string[];
  phase: string | undefined;
  onPhase: (phase: string | undefined) => void;
  onFigure: (figure: CellFigure) => void;
  onView: (view: (typeof boardViews)[number]) => void;
  onList: () => void;
  /** Starts choosing units to release; undefined for whoever may not, or while it is being done. */
  onRelease: (() => void) | undefined;
  /** Undefined for whoever may not take the board along. */
  onPrint: (() => void) | undefined;
  onExport: (() => void) | undefined;
};

/** The board's head: which building, what a cell says, and which way to look. */
export function BoardHeader({
  sub,
  past,
  figure,
  view,
  phases,
  phase,
  onPhase,
  onFigure,
  onView,
  onList,
  onRelease,
  onPrint,
  onExport,
}: BoardHeaderProps) {
  const { t } = useTranslation('units');
  const mayBuyers = useMaySeeBuyers();
  const figures = cellFigures.filter((value) => value !== 'buyer' || mayBuyers);
  return (
    <PageHeader
      title={t('title')}
      sub={sub}
      state={past !== undefined && <Signal tone="amber">{t('time.past', { moment: formatDateTime(past) })}</Signal>}
      actions={
        <>
          {phases.length > 1 && (
            <FilterSelect
              label={t('list.phase')}
              all={t('list.allPhases')}
              options={phases.map((value) => ({ value, label: value }))}
              value={phase}
              onChange={onPhase}
              width={108}
            />
          )}
          {view === 'building' && (
            <SegmentedControl
              aria-label={t('figure.label')}
              data={figures.map((value) => ({ value, label: t(`figure.${value}`) }))}
              value={figure}
              onChange={onFigure}
            />
          )}
          <SegmentedControl
            aria-label={t('view.label')}
            data={(['building', 'overview', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
            value={view}
            onChange={(value) => (value === 'list' ? onList() : onView(value))}
          />
          {onExport && (
            <Tooltip label={t('board.export')}>
              <ActionIcon variant="default" size={30} aria-label={t('board.export')} onClick={onExport}>
                <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          {onPrint && (
            <Tooltip label={t('board.print')}>
              <ActionIcon variant="default" size={30} aria-label={t('board.print')} onClick={onPrint}>
                <IconPrinter size={16} stroke={1.6} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          {onRelease && (
            <Button variant="default" onClick={onRelease}>
              {t('release.start')}
            </Button>
          )}
        </>
      }
    />
  );
}
