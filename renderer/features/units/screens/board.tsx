import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { ask } from '#renderer/lib/office.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { BoardCell } from '../board/cell.ts';
import { ofPhase, phasesOf } from '../board/phases.ts';
import type { BoardStore } from '../board/store.ts';
import styles from '../components/board.module.css';
import { BoardFoot, type Typed } from '../components/board-foot.tsx';
import { BoardGrid } from '../components/board-grid.tsx';
import { BoardHeader } from '../components/board-header.tsx';
import { BoardOverview } from '../components/board-overview.tsx';
import { BuildingTiles } from '../components/building-tiles.tsx';
import { NoUnits } from '../components/no-units.tsx';
import { ReleaseBar } from '../components/release-bar.tsx';
import { StateLegend } from '../components/state-legend.tsx';
import { TimeBar } from '../components/time-bar.tsx';
import { UnitDrawer } from '../components/unit-drawer.tsx';
import { useBoard, useBoardStructure } from '../hooks/use-board.ts';
import { useBoardAddress } from '../hooks/use-board-address.ts';
import { useBoardSub } from '../hooks/use-board-sub.ts';
import { useExportBoard } from '../hooks/use-export-board.ts';
import { usePastBoard } from '../hooks/use-past-board.ts';
import { usePrintBoard } from '../hooks/use-print-board.ts';
import { useReleaseChoice } from '../hooks/use-release-choice.ts';

/** The sales control (销控): every home with its state, live, and what may be done with it. */
export function BoardScreen() {
  const { store, query } = useBoard();
  const { t } = useTranslation('units');
  const session = useQuery(ask.session.current({}));
  const may = (permission: string) =>
    session.data?.state === 'open' && session.data.person.permissions.some((one) => one === permission);
  return (
    <Loaded query={query} skeletonRows={16} whole>
      {({ units }) =>
        units.length === 0 && store.cells().length === 0 ? (
          <Page header={<PageHeader title={t('title')} />}>
            <NoUnits mayImport={may('units.import')} />
          </Page>
        ) : (
          <Board store={store} mayRelease={may('units.release')} />
        )
      }
    </Loaded>
  );
}

/** The building that is shown: the address's, else that of the opened unit, else the first with units. */
function buildingShown(store: BoardStore, building: number | undefined, ofUnit: number | undefined): number {
  const known = store.buildings().find(({ id }) => id === building)?.id;
  return known ?? ofUnit ?? store.buildings().find(({ id }) => store.cells(id).length > 0)?.id ?? 0;
}

function Board({ store, mayRelease }: { store: BoardStore; mayRelease: boolean }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const { building, unit, filter, figure, view, at, phase, change } = useBoardAddress();
  const past = usePastBoard(at);
  const shown = past.store ?? store;
  useBoardStructure(shown);
  const [typed, setTyped] = useState<Typed>();
  const release = useReleaseChoice(store);
  const panel = useRef<HTMLDivElement>(null);
  const opened = unit === undefined ? undefined : store.cell(unit);
  const buildingId = buildingShown(shown, building, opened?.buildingId);
  const buildings = ofPhase(shown.buildings(), phase);
  const single = view === 'building';
  const names = new Map(store.buildings().map(({ id, name }) => [id, name]));
  const sub = useBoardSub(shown, single ? buildingId : undefined);
  const print = usePrintBoard({
    store: shown,
    buildingId: single ? buildingId : undefined,
    figure,
    at,
    states: filter,
    sub,
  });
  const exportBoard = useExportBoard({
    store,
    buildingId: single ? buildingId : undefined,
    states: filter,
    phase: single ? undefined : phase,
  });
  const labelOf = (cell: BoardCell) => unitLabel({ ...cell, building: names.get(cell.buildingId) ?? '' });
  const open = (unitId: number) => {
    // Enter on the unit that is open already goes over to its actions.
    if (unitId === unit) panel.current?.querySelector<HTMLElement>('button:not([aria-disabled])')?.focus();
    else change({ unit: unitId, building: undefined, view: undefined });
  };
  const close = () => change({ unit: undefined, building: buildingId });
  const toBuilding = (id: number) => change({ building: id, unit: undefined, view: undefined });
  const choosePhase = (next: string | undefined) => {
    const own = ofPhase(shown.buildings(), next);
    // A building that is not of the phase gives way to its first one.
    const first = own.some(({ id }) => id === buildingId) ? buildingId : own[0]?.id;
    change({ phase: next, building: first, unit: undefined });
  };
  const releasing = single && at === undefined && release.chosen !== null;
  const startRelease = () => {
    change({ unit: undefined, building: buildingId, view: undefined });
    release.start();
  };
  return (
    <Page
      header={
        <BoardHeader
          sub={sub}
          past={at}
          figure={figure}
          view={view}
          phases={phasesOf(shown.buildings())}
          phase={phase}
          onPhase={choosePhase}
          onFigure={(next) => change({ figure: next }, { replace: true })}
          onView={(next) => change({ view: next })}
          onList={() => void navigate({ to: '/sales/units' as string, search: { states: filter, phase } })}
          onPrint={print}
          onExport={at === undefined ? exportBoard : undefined}
          onRelease={mayRelease && !releasing && at === undefined ? startRelease : undefined}
        />
      }
    >
      <div
        className={styles.page}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          if (releasing) release.stop();
          else if (opened) close();
        }}
      >
        <div className={styles.column}>
          {single && <BuildingTiles store={shown} buildings={buildings} at={buildingId} onChoose={toBuilding} />}
          <StateLegend
            store={shown}
            buildingId={single ? buildingId : undefined}
            filter={filter}
            onFilter={(states) => change({ states: states.length === 0 ? undefined : [...states] })}
          />
          {past.error !== null ? (
            <ErrorState error={past.error} onRetry={() => change({ at: undefined })} />
          ) : shown.cells().length === 0 ? (
            <div className={styles.overview}>
              <EmptyState title={t('time.empty')} />
            </div>
          ) : single ? (
            <BoardGrid
              store={shown}
              buildingId={buildingId}
              label={t('board.grid', { building: names.get(buildingId) ?? '' })}
              layout={shown.layout(buildingId)}
              figure={figure}
              at={past.store === undefined ? undefined : at}
              states={filter}
              opened={opened?.id ?? null}
              chosen={releasing ? release.chosen : null}
              onOpen={open}
              onChoose={release.toggle}
              onTyped={setTyped}
            />
          ) : (
            <BoardOverview
              store={shown}
              buildings={buildings}
              filter={filter}
              onUnit={(id) => change({ unit: id })}
              onBuilding={toBuilding}
            />
          )}
          {releasing && release.chosen !== null ? (
            <ReleaseBar
              store={store}
              buildingId={buildingId}
              chosen={release.chosen}
              onChosen={release.set}
              onLeave={release.stop}
            />
          ) : (
            <TimeBar at={at} onAt={(minute) => change({ at: minute }, { replace: at !== undefined })}>
              <BoardFoot store={store} figure={single ? figure : undefined} typed={typed} labelOf={labelOf} />
            </TimeBar>
          )}
        </div>
        {opened && (
          <div ref={panel} className={styles.panel}>
            <UnitDrawer
              key={opened.id}
              unitId={opened.id}
              topFloor={store.layout(opened.buildingId).top}
              besidePast={at !== undefined}
              onClose={close}
            />
          </div>
        )}
      </div>
    </Page>
  );
}
