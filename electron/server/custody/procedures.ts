import type { OpenDatabase } from '#db/connection.ts';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import {
  boxesWithUse,
  boxWithUse,
  handoversOf,
  originalsByIds,
  originalsInBox,
  originalsOf,
} from '#db/repositories/custody.ts';
import { archiveBoxes } from '#db/schema/custody.ts';
import type { custody as custodyApi } from '#shared/api/custody.ts';
import { agentRefusal } from '#shared/domain/contracts/powers.ts';
import { actsAt } from '#shared/domain/custody/moves.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { contractBuyers } from '../contracts/contract-buyers.ts';
import { ownContract } from '../contracts/deal.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { collectRefusal, noticeToCollect, presentNotices } from './collect.ts';
import { openCopies, placeOfOpen, presentCopy } from './copies.ts';
import { distribute, distributeRefusal } from './distribute.ts';
import { handOver } from './hand-over.ts';
import { contractsInBox, originalList } from './list.ts';
import { setOf } from './set.ts';

type Used = NonNullable<ReturnType<typeof boxWithUse>>;

function presentBox({ box, used }: Used) {
  return { ...box, used };
}

/** Handlers of the custody of originals and of the archive. */
export function custodyHandlers({ client }: OpenDatabase): Handlers<typeof custodyApi> {
  return {
    list: originalList(client),

    ofContract: (context, { contractId }) => {
      const { db, today } = context;
      const deal = ownContract(context, contractId);
      const copies = originalsOf(db, contractId);
      const open = deal.row.signedOn === null ? [] : openCopies(db, deal.row);
      const buyers = contractBuyers(db, client, deal.subscription.id, contractId);
      const may = context.can('custody.write') || ({ code: 'FORBIDDEN' } as const);
      return {
        copies: copies.map((copy) => ({ ...presentCopy(copy), acts: actsAt(copy.original.place) })),
        open: open.map(({ documentId: _document, ...copy }) => ({
          ...copy,
          place: placeOfOpen({ ...copy, documentId: null }),
        })),
        moves: handoversOf(db, contractId).map(({ handover, recorder, moves }) => ({
          id: handover.id,
          number: handover.number,
          act: handover.act,
          giver: handover.giver,
          taker: handover.taker,
          byProxy: handover.byProxy,
          reason: handover.reason,
          at: handover.handedAt,
          recordedBy: recorder,
          copies: moves.map(({ move, paper, number, copyNo, box }) => ({
            ...{ paper, number, copyNo },
            from: move.movedFrom,
            to: move.movedTo,
            box: box ?? '',
          })),
        })),
        buyers: buyers.flatMap(({ customerId, name, agent }) =>
          customerId === null
            ? []
            : { customerId, name, agent: agent?.name ?? '', proxy: agentRefusal(agent, today) ?? (true as const) },
        ),
        set: setOf(db, deal, buyers),
        notices: presentNotices(context, contractId),
        can: {
          distribute: may === true ? (distributeRefusal(deal, open, copies.length) ?? true) : may,
          move: may,
          notify: may === true ? (collectRefusal(context, contractId) ?? true) : may,
        },
      };
    },

    choices: ({ db }) => ({
      people: activeAccounts(db).map(({ id, name }) => ({ id, name })),
      boxes: boxesWithUse(db)
        .filter(({ box }) => !box.closed)
        .map(presentBox),
    }),

    distribute: (context, input) => distribute(context, client, input),

    move: (context, input) => {
      const { contractId, act, originals, to, boxId, borrowerId, backOn, reason, ...counterpart } = input;
      const deal = ownContract(context, contractId);
      const found = originalsByIds(
        context.db,
        originals.map(({ id }) => id),
      ).map(({ original }) => original);
      const copies = originals.map(({ id, version }) => {
        const copy = found.find((one) => one.id === id && one.contractId === contractId);
        if (copy === undefined) throw new DomainError('NOT_FOUND');
        if (copy.version !== version) throw new DomainError('STALE');
        return copy;
      });
      const ask = { act, to, boxId, borrowerId, backOn, reason };
      const { id, number } = handOver(context, client, deal, copies, ask, counterpart);
      context.happened({
        kind: 'originalsMoved',
        noun: 'contracts',
        id: contractId,
        data: { number, act, copies: copies.length },
      });
      return { handoverId: id, number };
    },

    notify: (context, input) => noticeToCollect(context, input),

    boxes: (context) => ({
      boxes: boxesWithUse(context.db).map(presentBox),
      can: { open: context.can('custody.write') || { code: 'FORBIDDEN' } },
    }),

    box: (context, { boxId }) => {
      const found = boxWithUse(context.db, boxId);
      if (found === undefined) throw new DomainError('NOT_FOUND');
      return {
        ...presentBox(found),
        contracts: contractsInBox(context, originalsInBox(context.db, boxId)),
        can: { change: context.can('custody.write') || { code: 'FORBIDDEN' } },
      };
    },

    saveBox: ({ db, tx, today, happened }, { box, ...values }) => {
      const used = box === null ? 0 : (boxWithUse(db, box.id)?.used ?? 0);
      if (values.capacity < used) throw new DomainError('ARCHIVE_BOX_TOO_SMALL', { count: used });
      const row =
        box === null
          ? tx.insert(archiveBoxes, {
              ...values,
              number: nextNumber(tx, 'DA', Number(today.slice(0, 4))),
              openedOn: today,
            })
          : tx.update(archiveBoxes, box.id, values, box.version);
      const { id, number } = row;
      happened({ kind: box === null ? 'boxOpened' : 'boxChanged', noun: 'archiveBoxes', id, data: { number } });
      return { boxId: id, number };
    },
  };
}
