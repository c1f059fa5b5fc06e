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
const homeStates = ['free', 'picked', 'gone'] as const satisfies readonly Home['state'][];

/** Up to so many homes are shown in the largest type, and in the ones below it. */
const FEWEST = 60;
const FEW = 160;
const MANY = 420;

/** The big screen of launch day: who is called to which desk, what is still free, what was picked last. Read from afar. */
export function LaunchBoard({ launch, onLeave }: { launch: LaunchOnScreen; onLeave: () => void }) {
  const { t } = useTranslation('kiosk');
  const now = useNow(1_000);
  const entrances = useMemo(() => byEntrance(launch.homes), [launch.homes]);
  return (
    <div
      className={styles.board}
      data-homes={sizeOf(launch.homes.length)}
      data-desks={launch.desks.length > 12 ? 'many' : 'few'}
    >
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
          <ul className={styles.legend}>
            {homeStates.map((state) => (
              <li key={state}>
                <i data-state={state} aria-hidden="true" />
                {t(`launch.states.${state}`)}
              </li>
            ))}
          </ul>
          {entrances.map(({ title, rows }) => (
            <div key={title} className={styles.building}>
              <h3>{title}</h3>
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

/** How many homes there are decides how large each may be: read from afar as long as they fit the screen. */
function sizeOf(homes: number): 'fewest' | 'few' | 'many' | 'most' {
  if (homes <= FEWEST) return 'fewest';
  return homes <= FEW ? 'few' : homes <= MANY ? 'many' : 'most';
}

/** Homes by building and entrance, floors from the top: a room number is told once in each. */
function byEntrance(homes: readonly Home[]) {
  const entrances = new Map<string, Map<string, { key: string; floor: number; homes: Home[] }>>();
  for (const home of homes) {
    const title = `${home.building} ${home.entrance}`.trim();
    const rows = entrances.get(title) ?? new Map<string, { key: string; floor: number; homes: Home[] }>();
    const key = `${home.floor} ${home.floorName}`;
    const row = rows.get(key) ?? { key, floor: home.floor, homes: [] };
    row.homes.push(home);
    rows.set(key, row);
    entrances.set(title, rows);
  }
  return [...entrances]
    .toSorted(([a], [b]) => byText.compare(a, b))
    .map(([title, rows]) => ({
      title,
      rows: [...rows.values()]
        .toSorted((a, b) => b.floor - a.floor)
        .map((row) => ({ ...row, homes: row.homes.toSorted((a, b) => byText.compare(a.roomNo, b.roomNo)) })),
    }));
}
