import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useInnerSize } from '#renderer/components/use-inner-size.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardBuilding } from '../board/cell.ts';
import { drawMap, type MapScale, overviewScale, unitAt } from '../board/minimap.ts';
import type { BoardStore } from '../board/store.ts';
import { useBoardVersion } from '../hooks/use-board.ts';
import { useMapColours } from '../hooks/use-map-colours.ts';
import styles from './board.module.css';
import { useBuildingWords } from './building-tiles.tsx';

type OverviewProps = {
  store: BoardStore;
  buildings: readonly BoardBuilding[];
  filter: readonly UnitCommercialState[];
  onUnit: (unitId: number) => void;
  onBuilding: (buildingId: number) => void;
};

/** The whole project at once, each unit a small tile in the colour of its state. */
export function BoardOverview({ store, buildings, filter, onUnit, onBuilding }: OverviewProps) {
  const { t } = useTranslation('units');
  const box = useRef<HTMLElement>(null);
  const { width, height } = useInnerSize(box);
  useBoardVersion(store);
  const layouts = buildings.map(({ id }) => store.layout(id));
  const scale = overviewScale(layouts, width, height);
  return (
    <section ref={box} className={styles.overview} aria-label={t('view.overview')} tabIndex={0}>
      {buildings.map((building) => (
        <Block
          key={building.id}
          store={store}
          buildingId={building.id}
          name={building.name}
          phase={building.phase}
          filter={filter}
          scale={scale}
          onUnit={onUnit}
          onBuilding={onBuilding}
        />
      ))}
    </section>
  );
}

type BlockProps = Omit<OverviewProps, 'buildings'> & {
  buildingId: number;
  name: string;
  phase: string | null;
  scale: MapScale;
};

function Block({ store, buildingId, name, phase, filter, scale, onUnit, onBuilding }: BlockProps) {
  const { t } = useTranslation('units');
  const version = useBoardVersion(store);
  const colours = useMapColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { free, sold } = useBuildingWords()(store, buildingId);
  const layout = store.layout(buildingId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that units have changed
  useLayoutEffect(() => {
    if (canvas.current && colours) drawMap(canvas.current, store, layout, scale, colours, filter);
  }, [store, layout, version, colours, filter, scale]);
  return (
    <div className={styles.block}>
      <button
        type="button"
        aria-label={t('board.openBuilding', { building: name })}
        onClick={() => onBuilding(buildingId)}
      >
        {name}
      </button>
      <p>{[phase, free, sold].filter((part) => part !== null).join(' · ')}</p>
      {/* For the mouse only: by keyboard one opens the building and moves among its units. */}
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${name} ${free} ${sold}`}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const unitId = unitAt(layout, scale, event.clientX - left, event.clientY - top);
          if (unitId !== undefined) onUnit(unitId);
        }}
      />
    </div>
  );
}
