import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDate } from '#renderer/lib/format.ts';
import { publicStates } from '#shared/domain/kiosk/public-board.ts';
import { floorsOf } from '../floors.ts';
import { type Board, usePriceText } from '../price-text.ts';
import { HomeCard } from './home-card.tsx';
import kiosk from './kiosk.module.css';
import styles from './price-board.module.css';

type PriceBoardProps = { board: Board; onLeave: () => void };

/** The published prices, one building at a time, floors from the top; a touch shows a home in full. */
export function PriceBoard({ board, onLeave }: PriceBoardProps) {
  const { t } = useTranslation('kiosk');
  const priceText = usePriceText();
  const [chosen, setChosen] = useState<number>();
  const [opened, setOpened] = useState<number>();
  const building = board.buildings.find(({ id }) => id === chosen) ?? board.buildings[0];
  if (building === undefined)
    return (
      <div className={kiosk.nothing}>
        <p>{t('nothing')}</p>
        <Staff onLeave={onLeave} />
      </div>
    );
  const homes = board.homes.filter(({ buildingId }) => buildingId === building.id);
  const home = homes.find(({ id }) => id === opened);
  const { floors, columns, entrances } = floorsOf(homes);
  return (
    <div className={styles.board}>
      <div className={styles.bar}>
        <fieldset className={styles.buildings} data-tabs aria-label={t('building')}>
          {board.buildings.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === building.id}
              onClick={() => {
                setChosen(id);
                setOpened(undefined);
              }}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <ul className={styles.legend}>
          {publicStates.map((state) => (
            <li key={state} data-state={state}>
              {t(`states.${state}`)}
              <b>{homes.filter((one) => one.state === state).length}</b>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.middle}>
        <div className={styles.floors} role="region" aria-label={t('pricesOf', { building: building.name })}>
          <table>
            {entrances.length > 1 && (
              <thead>
                <tr>
                  <th />
                  {entrances.map(({ name, columns: count }) => (
                    <th key={name} scope="colgroup" colSpan={count}>
                      {/^\d+$/.test(name) ? t('entrance', { name }) : name}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {floors.map(({ key, name, homes: row }) => (
                <tr key={key}>
                  <th scope="row">{t('floor', { name })}</th>
                  {columns.map(({ key: column }) => {
                    const one = row.get(column);
                    return (
                      <td key={column}>
                        {one && (
                          <button
                            type="button"
                            className={styles.home}
                            data-state={one.state}
                            aria-pressed={one.id === opened}
                            onClick={() => setOpened(one.id === opened ? undefined : one.id)}
                          >
                            <b>{one.roomNo}</b>
                            <span>{priceText(one.listPrice)}</span>
                            <small>{`${formatArea(one.builtArea)} ㎡`}</small>
                            <em>{t(`states.${one.state}`)}</em>
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <HomeCard home={home} building={building} onClose={() => setOpened(undefined)} />
      </div>
      <footer className={styles.foot}>
        <p>
          {building.permitNumber !== null && <span>{t('permit', { number: building.permitNumber })}</span>}
          <span>{t('publishedOn', { day: formatDate(building.publishedOn) })}</span>
          <span>{t('note')}</span>
        </p>
        <Staff onLeave={onLeave} />
      </footer>
    </div>
  );
}

function Staff({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <button type="button" className={styles.staff} onClick={onLeave}>
      {t('staff')}
    </button>
  );
}
