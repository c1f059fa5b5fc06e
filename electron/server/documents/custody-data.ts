import type Database from 'better-sqlite3';
import { theOffice } from '#db/repositories/accounts.ts';
import { contractById } from '#db/repositories/contracts.ts';
import {
  boxWithUse,
  handoverById,
  handoversOf,
  noticesToCollect,
  originalsInBox,
  originalsOf,
} from '#db/repositories/custody.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { BoxLabelData } from '#shared/documents/box-label/data.ts';
import type { CollectNoticeData } from '#shared/documents/collect-notice/data.ts';
import type { CustodyRegisterData } from '#shared/documents/custody-register/data.ts';
import type { HandoverSlipData } from '#shared/documents/handover-slip/data.ts';
import { isToCollect } from '#shared/domain/custody/collect.ts';
import { contracts as contractWords } from '#shared/i18n/zh-CN/contracts.ts';
import { custody as custodyWords } from '#shared/i18n/zh-CN/custody.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addDays, dayOf, timeOf } from '#shared/kernel/local-date.ts';
import { contractBuyers } from '../contracts/contract-buyers.ts';
import { ownContract } from '../contracts/deal.ts';
import type { QueryContext } from '../kernel/handlers.ts';

function companyOf({ db }: Pick<QueryContext, 'db'>) {
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  return { name: project.sellerName, project: project.name };
}

function namesOf(context: QueryContext, client: Database.Database, contractId: number): string {
  const { subscription } = ownContract(context, contractId);
  return contractBuyers(context.db, client, subscription.id, contractId)
    .map(({ name }) => name)
    .join('、');
}

/** What the custody register of a contract is printed from. Throws NOT_FOUND, ORIGINALS_NONE before any is entered. */
export function custodyRegisterData(context: QueryContext, client: Database.Database, contractId: number) {
  const { db, today, actor } = context;
  const { row, unit } = ownContract(context, contractId);
  const copies = originalsOf(db, contractId);
  const { signedOn } = row;
  if (signedOn === null || copies.length === 0) throw new DomainError('ORIGINALS_NONE');
  const boxText = (box: (typeof copies)[number]['box']) =>
    box === null ? '' : `${box.number}（${box.room} ${box.shelf}）`;
  const data: CustodyRegisterData = {
    company: companyOf(context),
    contract: {
      number: row.number,
      unit: labelOfUnit(db, unit.id),
      buyers: namesOf(context, client, contractId),
      price: row.price,
      signedOn,
      state: contractWords.states[row.state],
      filingNumber: row.filingNumber,
    },
    asOf: today,
    maker: actor.name,
    copies: copies.map(({ original, box, borrower }) => ({
      paper: original.paper,
      number: original.number,
      copyNo: original.copyNo,
      copyOf: original.copyOf,
      holder: original.holder,
      place: original.place,
      where:
        original.place === 'lent' ? `${borrower ?? ''}，${original.backOn ?? ''} 归还；${boxText(box)}` : boxText(box),
    })),
    moves: handoversOf(db, contractId).flatMap(({ handover, moves }) =>
      moves.map(({ move, paper, number, copyNo, copyOf }) => ({
        ...{ paper, number, copyNo, copyOf },
        on: dayOf(handover.handedAt),
        at: timeOf(handover.handedAt),
        act: handover.act,
        from: move.movedFrom,
        to: move.movedTo,
        giver: handover.giver,
        taker: handover.taker,
        reason: handover.reason,
      })),
    ),
  };
  return { number: `BG-${row.number}`, data };
}

/** What the receipt of a handover is printed from. Throws NOT_FOUND. */
export function handoverSlipData(context: QueryContext, client: Database.Database, handoverId: number) {
  const { db } = context;
  const found = handoverById(db, handoverId);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const { handover, recorder, moves } = found;
  const { row, subscription, unit } = ownContract(context, handover.contractId);
  const principal = contractBuyers(db, client, subscription.id, row.id).find(
    ({ customerId }) => handover.byProxy && customerId === handover.takerId,
  );
  const data: HandoverSlipData = {
    company: companyOf(context),
    contract: {
      number: row.number,
      unit: labelOfUnit(db, unit.id),
      buyers: namesOf(context, client, row.id),
    },
    act: handover.act,
    on: dayOf(handover.handedAt),
    at: timeOf(handover.handedAt),
    giver: handover.giver,
    taker: handover.taker,
    principal: principal?.name ?? '',
    reason: handover.reason,
    recordedBy: recorder,
    copies: moves.map(({ move, paper, number, copyNo, copyOf }) => ({
      ...{ paper, number, copyNo, copyOf },
      from: move.movedFrom,
      to: move.movedTo,
    })),
  };
  return { number: handover.number, data };
}

/** What the label of a box is printed from: contracts and homes, and nobody by name. Throws NOT_FOUND. */
export function boxLabelData({ db, today, actor }: QueryContext, boxId: number) {
  const found = boxWithUse(db, boxId);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const { number, room, shelf, capacity } = found.box;
  const inside = originalsInBox(db, boxId);
  const ids = [...new Set(inside.map(({ original }) => original.contractId))];
  const data: BoxLabelData = {
    company: companyOf({ db }),
    ...{ number, room, shelf, capacity },
    asOf: today,
    maker: actor.name,
    contracts: ids.flatMap((contractId) => {
      const contract = contractById(db, contractId);
      if (contract === undefined || contract.signedOn === null) return [];
      return {
        number: contract.number,
        unit: labelOfUnit(db, contract.unitId),
        signedOn: contract.signedOn,
        copies: inside.filter(({ original }) => original.contractId === contractId).length,
      };
    }),
  };
  return { number, data };
}

/** How long buyers have to come where nobody has told them another day. */
const USUAL_DAYS = 15;

/** What a notice to collect is printed from. Throws NOT_FOUND, NOTHING_TO_COLLECT where no copy waits for the buyers. */
export function collectNoticeData(context: QueryContext, client: Database.Database, contractId: number) {
  const { db, today, actor } = context;
  const { row, unit } = ownContract(context, contractId);
  const project = theProject(db);
  const waiting = originalsOf(db, contractId).filter(({ original }) => isToCollect(original));
  if (project === undefined) throw new DomainError('NOT_FOUND');
  if (waiting.length === 0) throw new DomainError('NOTHING_TO_COLLECT');
  const papers = [...new Set(waiting.map(({ original }) => original.paper))];
  const data: CollectNoticeData = {
    company: { ...companyOf(context), address: project.address, phone: theOffice(db)?.companyPhone ?? '' },
    contract: {
      number: row.number,
      unit: labelOfUnit(db, unit.id),
      buyers: namesOf(context, client, contractId),
      filingNumber: row.filingNumber,
    },
    papers: papers.map(
      (paper) =>
        `${custodyWords.papers[paper]} ${waiting.filter(({ original }) => original.paper === paper).length} 份`,
    ),
    collectBy: noticesToCollect(db, contractId)[0]?.notice.collectBy ?? addDays(today, USUAL_DAYS),
    on: today,
    maker: actor.name,
  };
  return { number: `LQ-${row.number}`, data };
}
