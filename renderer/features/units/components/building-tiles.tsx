import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { drawMap, fitScale, type MapColours } from '../board/minimap.ts';
import { type BoardStore, sellThrough } from '../board/store.ts';
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

type MiniMapProps = { store: BoardStore; buildingId: number; version: number; colours: MapColours };

function MiniMap({ store, buildingId, version, colours }: MiniMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that units have changed
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const layout = store.layout(buildingId);
    drawMap(canvas.current, store, layout, fitScale(layout, 44, 50), colours);
  }, [store, buildingId, version, colours]);
  return <canvas ref={canvas} className={styles.mini} width={44} height={50} aria-hidden="true" />;
}

type BuildingTilesProps = { store: BoardStore; at: number | undefined; onChoose: (buildingId: number) => void };

/** The buildings in a row, each with its map in small: what is left stands out. */
export function BuildingTiles({ store, at, onChoose }: BuildingTilesProps) {
  const { t } = useTranslation('units');
  const version = useBoardVersion(store);
  const colours = useMapColours();
  const wordsOf = useBuildingWords();
  return (
    <div className={styles.tiles} role="group" aria-label={t('board.buildings')}>
      {store.buildings().map((building) => {
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
              <b title={building.name}>{building.name}</b>
              <span>{free}</span>
              <small>{sold}</small>
            </span>
            {colours && <MiniMap store={store} buildingId={building.id} version={version} colours={colours} />}
          </button>
        );
      })}
    </div>
  );
}
