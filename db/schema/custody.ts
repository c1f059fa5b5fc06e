import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type CollectChannel, collectChannels } from '#shared/domain/custody/collect.ts';
import { type CustodyAct, custodyActs } from '#shared/domain/custody/moves.ts';
import {
  type CustodyHolder,
  type CustodyPlace,
  custodyHolders,
  custodyPlaces,
  type OriginalPaper,
  originalPapers,
} from '#shared/domain/custody/places.ts';
import { dayColumn, flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { contracts } from './deals.ts';
import { accounts } from './office.ts';
import { documents } from './papers.ts';

/** Boxes of the archive (档案盒), each on its shelf. */
export const archiveBoxes = sqliteTable(
  'archive_boxes',
  {
    id: id(),
    number: text().notNull(),
    room: text().notNull(),
    shelf: text().notNull(),
    /** Contracts that it takes. */
    capacity: integer().notNull(),
    note: text().notNull().default(''),
    /** Takes no more sets. */
    closed: flagColumn().notNull().default(false),
    openedOn: dayColumn().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('archive_boxes_number_once').on(table.number), holds('archive_boxes_hold', '"capacity" > 0')],
);

/** Copies of signed papers (原件): who keeps each by the paper, and the one place where it is. */
export const originals = sqliteTable(
  'originals',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    paper: text().$type<OriginalPaper>().notNull(),
    number: text().notNull(),
    /** Null for a paper of before the program. */
    documentId: integer().references(() => documents.id),
    copyNo: integer().notNull(),
    copyOf: integer().notNull(),
    holder: text().$type<CustodyHolder>().notNull(),
    place: text().$type<CustodyPlace>().notNull(),
    /** Its box, also while it is lent. */
    boxId: integer().references(() => archiveBoxes.id),
    /** To whom it is lent, and until when. */
    borrowerId: integer().references(() => accounts.id),
    backOn: dayColumn(),
    enteredOn: dayColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('originals_once').on(table.contractId, table.paper, table.number, table.copyNo),
    index('originals_by_place').on(table.place),
    index('originals_of_box').on(table.boxId),
    oneOf('originals', 'paper', originalPapers),
    oneOf('originals', 'holder', custodyHolders),
    oneOf('originals', 'place', custodyPlaces),
    holds('originals_counted', '"copy_no" > 0 and "copy_of" > 0'),
    holds('originals_in_a_box', `("place" in ('archive', 'lent')) = ("box_id" is not null)`),
    holds('originals_lent_to_somebody', `("place" = 'lent') = ("borrower_id" is not null and "back_on" is not null)`),
  ],
);

/** What buyers were told about originals that wait for them (领取通知). */
export const collectNotices = sqliteTable(
  'collect_notices',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    channel: text().$type<CollectChannel>().notNull(),
    noticedOn: dayColumn().notNull(),
    noticedBy: integer()
      .notNull()
      .references(() => accounts.id),
    collectBy: dayColumn().notNull(),
    /** What was said; in the log under the key of the first buyer. */
    note: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('collect_notices_of_contract').on(table.contractId),
    oneOf('collect_notices', 'channel', collectChannels),
  ],
);

/** Acts by which copies went from one hand into another (移交登记): who gave, who took, why and when. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: id(),
    number: text().notNull(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    act: text().$type<CustodyAct>().notNull(),
    giver: text().notNull(),
    taker: text().notNull(),
    /** The buyer who took it, or for whom an agent did. */
    takerId: integer().references(() => customers.id),
    byProxy: flagColumn().notNull().default(false),
    reason: text().notNull().default(''),
    handedAt: instantColumn().notNull(),
    recordedBy: integer()
      .notNull()
      .references(() => accounts.id),
    version: version(),
  },
  (table) => [
    uniqueIndex('handovers_number_once').on(table.number),
    index('handovers_of_contract').on(table.contractId),
    oneOf('handovers', 'act', custodyActs),
  ],
);

/** Which copies an act moved, from where to where. */
export const originalMoves = sqliteTable(
  'original_moves',
  {
    id: id(),
    handoverId: integer()
      .notNull()
      .references(() => handovers.id),
    originalId: integer()
      .notNull()
      .references(() => originals.id),
    movedFrom: text().$type<CustodyPlace>().notNull(),
    movedTo: text().$type<CustodyPlace>().notNull(),
    /** The box that it went into or came out of. */
    boxId: integer().references(() => archiveBoxes.id),
  },
  (table) => [
    uniqueIndex('original_moves_once').on(table.handoverId, table.originalId),
    index('original_moves_of_original').on(table.originalId),
    oneOf('original_moves', 'moved_from', custodyPlaces),
    oneOf('original_moves', 'moved_to', custodyPlaces),
    holds('original_moves_move', `"moved_from" <> "moved_to"`),
  ],
);
