import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatRemaining } from '#renderer/lib/format.ts';
import type { kiosk } from '#shared/api/kiosk.ts';
import styles from './launch-board.module.css';

/** The launch as the big screen knows it. */
export type LaunchOnScreen = NonNullable<z.output<typeof kiosk.launch.output>>;
type Home = LaunchOnScreen['homes'][number];

const byText = new Intl.Collator('zh-CN', { numeric: true });

/** The big screen of launch day: who is called to which desk, what is still free, what was picked last. Read from afar. */
export function LaunchBoard({ launch, onLeave }: { launch: LaunchOnScreen; onLeave: () => void }) {
  const { t } = useTranslation('kiosk');
  const now = useNow(1_000);
  const buildings = useMemo(() => inBuildings(launch.homes), [launch.homes]);
  return (
    <div className={styles.board}>
      <header className={styles.head}>
        <h2>{launch.name}</h2>
        <p>{launch.calledUpTo === 0 ? t('launch.notCalled') : t('launch.called', { upTo: launch.calledUpTo })}</p>
        <strong>{t('launch.left', { count: launch.offered - launch.picked, offered: launch.offered })}</strong>
        {launch.state === 'paused' && <em>{t('launch.paused')}</em>}
      </header>
      <ol className={styles.desks} aria-label={t('launch.desks')}>
        {launch.desks.map(({ name, place, endsAt }) => (
          <li key={name} data-busy={place !== null || undefined}>
            <span>{name}</span>
            <b>{place === null ? '—' : place}</b>
            <small>
              {endsAt === null ? t('launch.free') : endsAt > now ? formatRemaining(endsAt - now) : t('launch.over')}
            </small>
          </li>
        ))}
      </ol>
      <div className={styles.body}>
        <section className={styles.homes} aria-label={t('launch.homes')} tabIndex={0}>
          {buildings.map(({ building, rows }) => (
            <div key={building} className={styles.building}>
              <h3>{building}</h3>
              {rows.map(({ key, homes }) => (
                <div key={key} className={styles.row}>
                  {homes.map((home) => (
                    <span key={home.id} className={styles.home} data-state={home.state}>
                      {home.roomNo}
                      <span className={styles.said}>{t(`launch.states.${home.state}`)}</span>
                    </span>
                  ))}
                </div>
              ))}
            </div>
          ))}
        </section>
        <aside className={styles.recent}>
          <h3>{t('launch.recent')}</h3>
          <ol>
            {launch.recent.map(({ unit, place, pickedAt }) => (
              <li key={`${unit} ${pickedAt}`}>
                <b>{unit}</b>
                <span>{t('launch.place', { place })}</span>
              </li>
            ))}
          </ol>
        </aside>
      </div>
      <footer className={styles.foot}>
        <span>{t('launch.note')}</span>
        <button type="button" onClick={onLeave}>
          {t('staff')}
        </button>
      </footer>
    </div>
  );
}

/** Homes by building, floors from the top; an entrance stands beside the next one on the same floor. */
function inBuildings(homes: readonly Home[]) {
  const buildings = new Map<string, Map<string, { key: string; floor: number; homes: Home[] }>>();
  for (const home of homes) {
    const rows = buildings.get(home.building) ?? new Map<string, { key: string; floor: number; homes: Home[] }>();
    const key = `${home.floor} ${home.floorName}`;
    const row = rows.get(key) ?? { key, floor: home.floor, homes: [] };
    row.homes.push(home);
    rows.set(key, row);
    buildings.set(home.building, rows);
  }
  return [...buildings].map(([building, rows]) => ({
    building,
    rows: [...rows.values()]
      .toSorted((a, b) => b.floor - a.floor)
      .map((row) => ({
        ...row,
        homes: row.homes.toSorted((a, b) => byText.compare(`${a.entrance} ${a.roomNo}`, `${b.entrance} ${b.roomNo}`)),
      })),
  }));
}
