import type { Translation } from '../translation.ts';
import type { recordFieldsOfCustody as zh } from '../zh-CN/record-fields-of-custody.ts';

/** Names of the fields of originals and their archive, as the history of a record calls them. */
export const recordFieldsOfCustody = {
  paper: 'Paper',
  copyNo: 'Copy',
  copyOf: 'Of copies',
  holder: 'Keeper',
  boxId: 'Archive box',
  borrowerId: 'Borrower',
  backOn: 'Back on',
  enteredOn: 'Entered on',
  giver: 'Giver',
  taker: 'Taker',
  takerId: 'Collected by',
  handedAt: 'Handed over',
  handoverId: 'Handover',
  originalId: 'Original',
  movedFrom: 'From',
  movedTo: 'To',
  room: 'Room',
  shelf: 'Shelf',
  capacity: 'Capacity',
  closed: 'Closed',
  place: 'Place',
  note: 'Note',
  reason: 'Reason',
  paperNo: 'Number of the order',
  act: 'Act',
} as const satisfies Translation<typeof zh>;
