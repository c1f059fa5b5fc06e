import { useQueryClient } from '@tanstack/react-query';
import type { WriteSheet } from 'hucre';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRecordedFile } from '#renderer/components/recorded-file.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { imports } from '#shared/api/imports.ts';
import { type InventoryCell, inventoryCells } from '#shared/domain/imports/inventory-list.ts';

type Editable = z.output<typeof imports.editable.output>[number];

const LOCKED = {
  font: { color: { rgb: 'FF5A6471' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE9ECEF' } },
} as const;
const OPEN = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFF3D6' } } } as const;
const HEAD = { font: { bold: true } } as const;

const measured: readonly InventoryCell[] = ['measuredBuiltArea', 'measuredInnerArea', 'measuredSharedArea', 'survey'];
const places = ['unitId', 'building', 'entrance', 'floor', 'roomNo'] as const;

/** Saves every home in a file whose columns the import knows: what may be edited is yellow, the rest grey. */
export function useEditableFile(): (projectName: string) => Promise<boolean> {
  const { t } = useTranslation('inventory');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const client = useQueryClient();
  const leave = useRecordedFile();
  const words = (cell: InventoryCell, row: Editable): string | number => {
    const value = row.cells[cell] ?? null;
    if (value === null) return '';
    if (cell === 'use') return labels(`unitUses.${value as 'home'}`);
    if (cell === 'decoration') return t(`decorations.${value as 'bare'}`);
    if (cell === 'spaceRight') return t(`spaceRights.${value as 'titled'}`);
    if (cell === 'spaceKind') return t(`spaceKinds.${value as 'plane'}`);
    return typeof value === 'number' ? value / 100 : value;
  };
  const sheetOf = (rows: readonly Editable[]): WriteSheet => {
    const headings = [
      ...places.map((place) => t(`trip.headings.${place}`)),
      ...inventoryCells.map((cell) => t(`cells.${cell}`)),
    ];
    const values = rows.map((row) => [
      row.unitId,
      row.building,
      row.entrance,
      row.floorName,
      row.roomNo,
      ...inventoryCells.map((cell) => words(cell, row)),
    ]);
    const cells: NonNullable<WriteSheet['cells']> = new Map(
      headings.map((value, column) => [`0,${column}`, { value, style: HEAD }]),
    );
    for (const [at, row] of rows.entries())
      for (const [column, value] of (values[at] ?? []).entries()) {
        const cell = inventoryCells[column - places.length];
        const open = cell !== undefined && (!row.agreed || measured.includes(cell));
        cells.set(`${at + 1},${column}`, { value, style: open ? OPEN : LOCKED });
      }
    return {
      name: t('trip.sheet'),
      columns: headings.map((heading, column) => ({
        width: Math.max(10, heading.length * 2 + 2),
        ...(column === 0 ? { hidden: true } : {}),
      })),
      rows: [headings, ...values],
      cells,
      freezePane: { rows: 1, columns: places.length },
    };
  };
  return async (projectName) => {
    const rows = await client.fetchQuery(ask.imports.editable({}));
    if (rows.length === 0) return false;
    await leave(
      {
        list: 'units',
        title: t('trip.fileName', { project: projectName, day: today }),
        columns: [...places, ...inventoryCells],
        rows: rows.length,
        ids: rows.map(({ unitId }) => unitId),
      },
      'xlsx',
      async () => {
        const { writeXlsx } = await import('hucre');
        return new Blob([new Uint8Array(await writeXlsx({ sheets: [sheetOf(rows)] }))]);
      },
    );
    return true;
  };
}
