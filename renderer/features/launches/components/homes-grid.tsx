import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitMark } from '#renderer/components/unit-state.tsx';
import { formatArea, formatTenThousands } from '#renderer/lib/format.ts';
import type { OfferedHome } from '../hooks/use-offered-homes.ts';
import styles from './launch-day.module.css';

type HomesGridProps = {
  buildingName: string;
  homes: readonly OfferedHome[];
  chosen: number | undefined;
  /** Homes that whoever stands at the desk wished for, in their order. */
  wishes: readonly number[];
  onChoose: (unitId: number) => void;
};

const byText = new Intl.Collator('zh-CN', { numeric: true });

/** The homes of one building: floors from the top, rooms side by side, what is gone dimmed with who has it. */
export function HomesGrid({ buildingName, homes, chosen, wishes, onChoose }: HomesGridProps) {
  const { t } = useTranslation('launchDay');
  const { t: states } = useTranslation('unitStates');
  const rows = useMemo(() => rowsOf(homes), [homes]);
  return (
    <section className={styles.grid} aria-label={t('homesOf', { building: buildingName })} tabIndex={0}>
      {rows.map(({ key, floorName, homes: row }) => (
        <div key={key} className={styles.floor}>
          <b>{floorName}</b>
          <div className={styles.rooms}>
            {row.map((home) => {
              const wish = wishes.indexOf(home.id) + 1;
              const free = home.state === 'available';
              return (
                <button
                  key={home.id}
                  type="button"
                  className={styles.home}
                  data-unit-state={home.state}
                  data-gone={!free || undefined}
                  aria-pressed={home.id === chosen}
                  onClick={() => onChoose(home.id)}
                >
                  <span>
                    <UnitMark state={home.state} />
                    <strong>{home.roomNo}</strong>
                    {wish > 0 && <em>{t('wishMark', { wish })}</em>}
                  </span>
                  <small title={lineOf(home)}>{lineOf(home)}</small>
                  <VisuallyHidden>{states(`name.${home.state}`)}</VisuallyHidden>
                </button>
              );
            })}
          </div>
        </div>
      ))}
    </section>
  );
}

/** What a free home costs, and of any other who has it. */
function lineOf(home: OfferedHome): string {
  return home.state === 'available' || home.by === null ? homeLine(home) : home.by;
}

/** What a home costs and how large it is, as short as a cell. */
function homeLine({ listPrice, builtArea }: OfferedHome): string {
  const area = `${formatArea(builtArea)}㎡`;
  return listPrice === null ? area : `${formatTenThousands(listPrice)} · ${area}`;
}

function rowsOf(homes: readonly OfferedHome[]) {
  const rows = new Map<
    string,
    { key: string; floor: number; entrance: string; floorName: string; homes: OfferedHome[] }
  >();
  for (const home of homes) {
    const key = `${home.entrance} ${home.floor} ${home.floorName}`;
    const { floor, entrance, floorName } = home;
    const row = rows.get(key) ?? { key, floor, entrance, floorName: `${entrance} ${floorName}`.trim(), homes: [] };
    row.homes.push(home);
    rows.set(key, row);
  }
  return [...rows.values()]
    .toSorted((a, b) => byText.compare(a.entrance, b.entrance) || b.floor - a.floor)
    .map((row) => ({ ...row, homes: row.homes.toSorted((a, b) => byText.compare(a.roomNo, b.roomNo)) }));
}
