import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatPercent } from '#renderer/lib/format.ts';
import type { WhatIfRow } from '../batch-words.ts';
import { gridOf, movePpm } from '../change-grid.ts';
import styles from './prices.module.css';

/** A building as it changes: each home with how far its list price moves, coloured and signed; what is wrong is marked. */
export function ChangePicture({ rows, label }: { rows: readonly WhatIfRow[]; label: string }) {
  const { t } = useTranslation('prices');
  const grid = useMemo(() => gridOf(rows), [rows]);
  const several = new Set(grid.heads.map(({ entrance }) => entrance)).size > 1;
  return (
    <div className={styles.picture} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('floor')}</th>
            {grid.heads.map(({ key, entrance, room }, index) => (
              <th key={key} scope="col" title={entrance}>
                {several && <small>{entrance === grid.heads[index - 1]?.entrance ? '\u00a0' : entrance}</small>}
                {room}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a long floor takes several lines, which have no other name
            <tr key={`${line.floor} ${index}`}>
              <th scope="row">{line.name}</th>
              {line.rows.map((row, column) => (
                <td key={grid.heads[column]?.key ?? column}>{row !== null && <Home row={row} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Home({ row }: { row: WhatIfRow }) {
  const { t } = useTranslation('prices');
  const moved = movePpm(row);
  const wrong = row.flags.length > 0;
  const { list } = row;
  const told = [
    row.roomNo,
    list.before !== null && list.after !== null && list.before !== list.after
      ? `${formatMoney(list.before)} → ${formatMoney(list.after)}`
      : list.after === null
        ? ''
        : formatMoney(list.after),
    row.outcome === 'changed' ? '' : t(`outcomes.${row.outcome}`),
    ...row.flags.map((flag) => t(`flags.${flag}`)),
  ];
  const way = moved === null ? row.outcome : moved > 0 ? 'up' : 'down';
  const strength = moved === null ? 0 : Math.min(3, 1 + Math.floor(Math.abs(moved) / 20_000));
  return (
    <span
      className={styles.home}
      data-way={way}
      data-strength={strength}
      data-wrong={wrong || undefined}
      title={told.filter((part) => part !== '').join(' · ')}
    >
      {wrong && '! '}
      {moved === null ? t(`short.${row.outcome}`) : `${moved > 0 ? '+' : ''}${shortPercent(moved)}`}
    </span>
  );
}

/** A share with one decimal: a cell has room for no more. */
function shortPercent(ppm: number): string {
  return formatPercent(Math.round(ppm / 1000) * 1000);
}
