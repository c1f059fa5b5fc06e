import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { CustodyRegisterData } from './data.ts';
import {
  aroundRegister,
  cellsOfCopy,
  cellsOfMove,
  copyColumns,
  copyText,
  factsOfRegister,
  moveColumns,
} from './definition.ts';

/** What stands on every page of the register. */
export function frameOfRegister(data: CustodyRegisterData): PageFrame {
  return officeFrame(aroundRegister(data), [headsText(copyColumns), headsText(moveColumns)]);
}

/** Everything that the finished register must say, as it is printed. */
export function expectedOnRegister(data: CustodyRegisterData): ExpectedBlank[] {
  const rows = data.copies.map((copy) => cellsOfCopy(copy).join(''));
  return [
    ...expectedHead(aroundRegister(data), factsOfRegister(data), rows[0] ?? ''),
    ...data.copies.map((copy, index) => ({ name: copyText(copy), words: rows[index] ?? '' })),
    ...data.moves.map((move) => ({ name: copyText(move), words: cellsOfMove(move).join('') })),
  ];
}
