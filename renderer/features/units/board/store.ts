import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import type { BoardAnswer, BoardBuilding, BoardCell } from './cell.ts';
import { type BoardLayout, layoutOf } from './layout.ts';

/** How many units stand in each state. */
export type StateCounts = Readonly<Record<UnitCommercialState, number>>;

/** Units that changed since the last frame, old and new; `structure` when units came or went. */
export type BoardChange = {
  readonly changed: readonly { readonly before: BoardCell | undefined; readonly after: BoardCell }[];
  readonly structure: boolean;
};

/** The cells of the board, keyed by unit, outside React's tree: screens hear of changes once per frame. */
export type BoardStore = {
  /** Takes the whole board: a first answer, or all of it again. */
  load: (board: BoardAnswer) => void;
  /** Takes some cells again; they are told in the next frame, each unit once. */
  patch: (cells: readonly BoardCell[]) => void;
  projectName: () => string;
  buildings: () => readonly BoardBuilding[];
  cell: (unitId: number) => BoardCell | undefined;
  cells: (buildingId?: number) => readonly BoardCell[];
  layout: (buildingId: number) => BoardLayout;
  /** Counts of a building or of all; the same object until one of them changes. */
  counts: (buildingId?: number) => StateCounts;
  /** Grows with every frame in which something changed. */
  version: () => number;
  /** Grows when units came, went or moved, and not when one only changed its state. */
  structure: () => number;
  subscribe: (listener: (change: BoardChange) => void) => () => void;
  /** Tells now what waits for the next frame. */
  flush: () => void;
};

type Scheduler = (run: () => void) => void;

const nextFrame: Scheduler = (run) => void requestAnimationFrame(run);

function noCounts(): Record<UnitCommercialState, number> {
  const counts: Partial<Record<UnitCommercialState, number>> = {};
  for (const state of unitCommercialStates) counts[state] = 0;
  return counts as Record<UnitCommercialState, number>;
}

function same(a: BoardCell, b: BoardCell): boolean {
  return (Object.keys(b) as (keyof BoardCell)[]).every((key) => a[key] === b[key]);
}

function movesFrom(a: BoardCell, b: BoardCell): boolean {
  return (
    a.buildingId !== b.buildingId ||
    a.entrance !== b.entrance ||
    a.floor !== b.floor ||
    a.floorName !== b.floorName ||
    a.roomNo !== b.roomNo
  );
}

/** An empty store. `schedule` says when waiting changes are told; the next frame unless a test or a bench says else. */
export function createBoardStore(schedule: Scheduler = nextFrame): BoardStore {
  let projectName = '';
  let buildings: readonly BoardBuilding[] = [];
  const units = new Map<number, BoardCell>();
  const waiting = new Map<number, BoardCell>();
  const layouts = new Map<number, BoardLayout>();
  const byBuilding = new Map<number, BoardCell[]>();
  const tallies = new Map<number | undefined, StateCounts>();
  const listeners = new Set<(change: BoardChange) => void>();
  let all: BoardCell[] | undefined;
  let version = 0;
  let structures = 0;
  let scheduled = false;

  const tell = (change: BoardChange): void => {
    version += 1;
    for (const listener of [...listeners]) listener(change);
  };
  const forgetStructure = (): void => {
    structures += 1;
    layouts.clear();
    all = undefined;
    byBuilding.clear();
    tallies.clear();
  };
  const flush = (): void => {
    scheduled = false;
    if (waiting.size === 0) return;
    const changed: { before: BoardCell | undefined; after: BoardCell }[] = [];
    let structure = false;
    for (const [id, after] of waiting) {
      const before = units.get(id);
      if (before !== undefined && same(before, after)) continue;
      units.set(id, after);
      structure ||= before === undefined || movesFrom(before, after);
      changed.push({ before, after });
    }
    waiting.clear();
    if (changed.length === 0) return;
    if (structure) forgetStructure();
    else {
      all = undefined;
      for (const { before, after } of changed) {
        byBuilding.delete(after.buildingId);
        if (before?.state === after.state) continue;
        tallies.delete(undefined);
        tallies.delete(after.buildingId);
      }
    }
    tell({ changed, structure });
  };
  const cells = (buildingId?: number): readonly BoardCell[] => {
    all ??= [...units.values()];
    if (buildingId === undefined) return all;
    if (byBuilding.size === 0 || !byBuilding.has(buildingId))
      byBuilding.set(
        buildingId,
        all.filter((cell) => cell.buildingId === buildingId),
      );
    return byBuilding.get(buildingId) ?? [];
  };
  return {
    load: (board) => {
      projectName = board.projectName;
      buildings = board.buildings;
      units.clear();
      waiting.clear();
      for (const cell of board.units) units.set(cell.id, cell);
      forgetStructure();
      tell({ changed: [], structure: true });
    },
    patch: (fresh) => {
      for (const cell of fresh) waiting.set(cell.id, cell);
      if (scheduled) return;
      scheduled = true;
      schedule(flush);
    },
    projectName: () => projectName,
    buildings: () => buildings,
    cell: (unitId) => units.get(unitId),
    cells,
    layout: (buildingId) => {
      const found = layouts.get(buildingId) ?? layoutOf(cells(buildingId));
      layouts.set(buildingId, found);
      return found;
    },
    counts: (buildingId) => {
      const found = tallies.get(buildingId);
      if (found !== undefined) return found;
      const counts = noCounts();
      for (const cell of cells(buildingId)) counts[cell.state] += 1;
      tallies.set(buildingId, counts);
      return counts;
    },
    version: () => version,
    structure: () => structures,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
  };
}

/** Share of the units offered so far that have a deal, 0 to 1 (去化率); undefined while none is offered. */
export function sellThrough(counts: StateCounts): number | undefined {
  const sold = counts.subscribed + counts.drafting + counts.signed + counts.paidUp;
  const open = counts.available + counts.locked + counts.held + counts.booked + counts.frozen;
  return sold + open === 0 ? undefined : sold / (sold + open);
}
