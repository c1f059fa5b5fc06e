import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardBuilding } from '../board/cell.ts';
import { drawMap, fitScale, type MapColours } from '../board/minimap.ts';
import { type BoardStore, type StateCounts, sellThrough } from '../board/store.ts';
import { useBoardVersion } from '../hooks/use-board.ts';
import { useMapColours } from '../hooks/use-map-colours.ts';
import styles from './board.module.css';

/** Free units and the share sold, as a tile of a building says it. */
export function useBuildingWords(): (store: BoardStore, buildingId: number) => { free: string; sold: string } {
  const { t } = useTranslation('units');
  return (store, buildingId) => {
    const counts = store.counts(buildingId);
    const share = sellThrough(counts);
    const count = store.cells(buildingId).length;
    return share === undefined
      ? { free: t('board.notOut'), sold: t('board.units', { count }) }
      : {
          free: t('board.free', { count: counts.available }),
          sold: t('board.sold', { share: Math.floor(share * 100) }),
        };
  };
}

type MiniMapProps = { store: BoardStore; buildingId: number; counts: StateCounts; colours: MapColours };

function MiniMap({ store, buildingId, counts, colours }: MiniMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other counts say that a unit of the building turned; a map of none is not drawn anew
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const layout = store.layout(buildingId);
    drawMap(canvas.current, store, layout, fitScale(layout, 44, 50), colours);
  }, [store, buildingId, counts, colours]);
  return <canvas ref={canvas} className={styles.mini} width={44} height={50} aria-hidden="true" />;
}

type BuildingTilesProps = {
  store: BoardStore;
  buildings: readonly BoardBuilding[];
  at: number | undefined;
  onChoose: (buildingId: number) => void;
};

/** The buildings in a row, each with its map in small: what is left stands out. */
export function BuildingTiles({ store, buildings, at, onChoose }: BuildingTilesProps) {
  const { t } = useTranslation('units');
  useBoardVersion(store);
  const colours = useMapColours();
  const wordsOf = useBuildingWords();
  return (
    <div className={styles.tiles} role="group" aria-label={t('board.buildings')}>
      {buildings.map((building) => {
        const { free, sold } = wordsOf(store, building.id);
        return (
          <button
            key={building.id}
            type="button"
            className={styles.tile}
            aria-pressed={building.id === at}
            onClick={() => onChoose(building.id)}
          >
            <span>
              <b title={[building.phase, building.name].filter(Boolean).join(' ')}>
                {building.name}
                {building.phase !== null && <small> {building.phase}</small>}
              </b>
              <span>{free}</span>
              <small>{sold}</small>
            </span>
            {colours && (
              <MiniMap store={store} buildingId={building.id} counts={store.counts(building.id)} colours={colours} />
            )}
          </button>
        );
      })}
    </div>
  );
}
