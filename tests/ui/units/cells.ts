import type { BoardCell } from '#renderer/features/units/board/cell.ts';
import { area } from '#shared/kernel/area.ts';
import { yuan } from '#shared/kernel/money.ts';

/** A cell of the board for a test: an available home of 100.00 m² at a million; say what matters. */
export function buildCell(id: number, floor: number, room: string, given: Partial<BoardCell> = {}): BoardCell {
  return {
    id,
    buildingId: 1,
    entrance: '1单元',
    floor,
    floorName: String(floor),
    roomNo: `${floor}${room}`,
    use: 'home',
    houseType: 'B2',
    orientation: '南北',
    builtArea: area(10_000),
    innerArea: area(8000),
    listPrice: yuan(1_000_000),
    state: 'available',
    since: 0,
    reason: '',
    offSaleUse: null,
    encumbrance: 'none',
    by: null,
    mine: false,
    until: null,
    ...given,
  };
}
