import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/lib/office.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { BoardCell } from '../board/cell.ts';
import type { BoardStore } from '../board/store.ts';
import styles from '../components/board.module.css';
import { BoardFoot, type Typed } from '../components/board-foot.tsx';
import { BoardGrid } from '../components/board-grid.tsx';
import { BoardHeader } from '../components/board-header.tsx';
import { BoardOverview } from '../components/board-overview.tsx';
import { BuildingTiles } from '../components/building-tiles.tsx';
import { ReleaseBar } from '../components/release-bar.tsx';
import { StateLegend } from '../components/state-legend.tsx';
import { UnitDrawer } from '../components/unit-drawer.tsx';
import { useBoard, useBoardVersion } from '../hooks/use-board.ts';
import { useBoardAddress } from '../hooks/use-board-address.ts';
import { useBoardSub } from '../hooks/use-board-sub.ts';

/** The sales control (销控): every home with its state, live, and what may be done with it. */
export function BoardScreen() {
  const { store, query } = useBoard();
  const { t } = useTranslation('units');
  const session = useQuery(ask.session.current({}));
  const may = (permission: string) =>
    session.data?.state === 'open' && session.data.person.permissions.some((one) => one === permission);
  return (
    <Loaded query={query} skeletonRows={16}>
      {({ units }) =>
        units.length === 0 && store.cells().length === 0 ? (
          <EmptyState
            title={t('board.emptyTitle')}
            text={t('board.emptyText')}
            action={
              may('units.import') && (
                <Button component={Link} to="/sales/import">
                  {t('board.import')}
                </Button>
              )
            }
          />
        ) : (
          <Board store={store} mayRelease={may('units.release')} />
        )
      }
    </Loaded>
  );
}

/** The building that is shown: the address's, else that of the opened unit, else the first. */
function buildingShown(store: BoardStore, building: number | undefined, unit: number | undefined): number {
  const known = store.buildings().find(({ id }) => id === building)?.id;
  const ofUnit = unit === undefined ? undefined : store.cell(unit)?.buildingId;
  return known ?? ofUnit ?? store.buildings().find(({ id }) => store.cells(id).length > 0)?.id ?? 0;
}

function Board({ store, mayRelease }: { store: BoardStore; mayRelease: boolean }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const { building, unit, filter, figure, view, change } = useBoardAddress();
  useBoardVersion(store);
  const [typed, setTyped] = useState<Typed>();
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const buildingId = buildingShown(store, building, unit);
  const names = new Map(store.buildings().map(({ id, name }) => [id, name]));
  const sub = useBoardSub(store, view === 'building' ? buildingId : undefined);
  const labelOf = (cell: BoardCell) => unitLabel({ ...cell, building: names.get(cell.buildingId) ?? '' });
  const layout = store.layout(buildingId);
  const opened = unit !== undefined && store.cell(unit) !== undefined ? unit : null;
  const openedIn = opened === null ? undefined : store.cell(opened)?.buildingId;
  const open = (unitId: number) => {
    // Enter on the unit that is open already goes over to its actions.
    if (unitId === opened) panel.current?.querySelector<HTMLElement>('button:not([aria-disabled])')?.focus();
    else change({ unit: unitId, building: undefined, view: undefined });
  };
  const choose = (unitIds: readonly number[]) => {
    const free = unitIds.filter((id) => store.cell(id)?.state === 'unreleased');
    setChosen((old) => {
      const next = new Set(old);
      const all = free.every((id) => next.has(id));
      for (const id of free)
        if (all) next.delete(id);
        else next.add(id);
      return next;
    });
  };
  // A unit that somebody else has released meanwhile is no longer to be chosen.
  useEffect(
    () =>
      store.subscribe(() =>
        setChosen((old) => {
          if (old === null) return old;
          const left = [...old].filter((id) => store.cell(id)?.state === 'unreleased');
          return left.length === old.size ? old : new Set(left);
        }),
      ),
    [store],
  );
  const releasing = view === 'building' && chosen !== null;
  return (
    <Page
      header={
        <BoardHeader
          sub={sub}
          figure={figure}
          view={view}
          onFigure={(next) => change({ figure: next }, { replace: true })}
          onView={(next) => change({ view: next })}
          onList={() => void navigate({ to: '/sales/units' as string, search: { states: filter } })}
          onRelease={mayRelease && !releasing ? () => startRelease() : undefined}
        />
      }
    >
      <div
        className={styles.page}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          if (releasing) setChosen(null);
          else if (opened !== null) change({ unit: undefined, building: buildingId });
        }}
      >
        <div className={styles.column}>
          {view === 'building' && (
            <BuildingTiles store={store} at={buildingId} onChoose={(id) => change({ building: id, unit: undefined })} />
          )}
          <StateLegend
            store={store}
            buildingId={view === 'building' ? buildingId : undefined}
            filter={filter}
            onFilter={(states) => change({ states: states.length === 0 ? undefined : [...states] })}
          />
          {view === 'building' ? (
            <BoardGrid
              store={store}
              buildingId={buildingId}
              label={t('board.grid', { building: names.get(buildingId) ?? '' })}
              layout={layout}
              figure={figure}
              states={filter}
              opened={opened}
              chosen={releasing ? chosen : null}
              onOpen={open}
              onChoose={choose}
              onTyped={setTyped}
            />
          ) : (
            <BoardOverview
              store={store}
              filter={filter}
              onUnit={(id) => change({ unit: id })}
              onBuilding={(id) => change({ building: id, unit: undefined, view: undefined })}
            />
          )}
          {releasing ? (
            <ReleaseBar
              store={store}
              buildingId={buildingId}
              chosen={chosen}
              onChosen={setChosen}
              onLeave={() => setChosen(null)}
            />
          ) : (
            <BoardFoot
              store={store}
              figure={view === 'building' ? figure : undefined}
              typed={typed}
              labelOf={labelOf}
            />
          )}
        </div>
        {opened !== null && openedIn !== undefined && (
          <div ref={panel} className={styles.panel}>
            <UnitDrawer
              key={opened}
              unitId={opened}
              floors={store.layout(openedIn).floors}
              onClose={() => change({ unit: undefined, building: buildingId })}
            />
          </div>
        )}
      </div>
    </Page>
  );

  function startRelease() {
    change({ unit: undefined, building: buildingId, view: undefined });
    setChosen(new Set());
  }
}
