import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { listAgreements } from '#db/repositories/agreements.ts';
import { listContracts } from '#db/repositories/contracts.ts';
import { copiesOfPapers } from '#db/repositories/custody.ts';
import { listPartnerAgreements } from '#db/repositories/partner-agreements.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { unitsOf } from '#db/repositories/units.ts';
import type { contractRegister as contractRegisterApi, registerColumns } from '#shared/api/contract-register.ts';
import { agreementStates } from '#shared/domain/agreements/states.ts';
import {
  isPartnerKind,
  registerGroups,
  registerKey,
  registerKinds,
  saleKindOf,
} from '#shared/domain/contract-register/kinds.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { isEnded } from '#shared/domain/contracts/views.ts';
import { renewalStage } from '#shared/domain/partner-agreements/renewal.ts';
import { partnerAgreementStates } from '#shared/domain/partner-agreements/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { inOrder, LIST_SEARCH, listMemory, nameKey, placeOf } from '../kernel/long-list.ts';
import { remindDaysOf } from '../partner-agreements/apply-event.ts';
import { scheduledDeals, scheduleOf } from './schedule.ts';

type Column = (typeof registerColumns)[number];
type Row = z.output<(typeof contractRegisterApi)['list']['output']>['rows'][number];
type Keyed = { readonly row: Row; readonly keys: Readonly<Record<Column, string | number | null>> };

const kindOrder = placeOf(registerKinds);
const stateOrder = placeOf([...contractStates, ...agreementStates, ...partnerAgreementStates]);

/** A contract that ended, or never came into force, brings nothing any more. */
function isOver(state: Row['state']): boolean {
  if (state.noun === 'contracts') return isEnded(state.is);
  return state.noun === 'agreements'
    ? state.is === 'dropped'
    : ['renewed', 'lapsed', 'terminated', 'rejected', 'withdrawn'].includes(state.is);
}

function keyed(row: Row): Keyed {
  const { number, kind, party, about, signedOn, until, amount, state } = row;
  return { row, keys: { number, kind, party, about, signedOn, until, amount, state: state.is } };
}

const noCopies = { copies: 0, boxes: '' } as const;

/** Sale contracts that the caller sees. */
function sales(context: QueryContext, ids: readonly number[] | null): Row[] {
  const { db } = context;
  const listed = listContracts(db, { whose: context.reach('contracts'), states: null, ids });
  const uses = new Map(unitsOf(db, null).map(({ id, use }) => [id, use]));
  const buyers = grouped(
    buyersOf(
      db,
      listed.map(({ subscription }) => subscription.id),
    ),
    ({ subscriptionId }) => subscriptionId,
  );
  return listed.map(({ contract, subscription, consultant: _by, drafter: _drafter, ...unit }) => ({
    key: registerKey('contracts', contract.id),
    id: contract.id,
    number: contract.number,
    kind: saleKindOf(uses.get(contract.unitId) ?? 'home'),
    party: (buyers.get(subscription.id) ?? []).map(({ customer }) => customer.name).join('、'),
    about: unitLabel(unit),
    amount: contract.price,
    signedOn: contract.signedOn,
    until: null,
    state: { noun: 'contracts' as const, is: contract.state },
    daysLeft: null,
    filingNumber: contract.filingNumber,
    ...noCopies,
  }));
}

/** Contracts that the caller sees, and the agreements about them, which change no amount: found by their own numbers too. */
function signedPapers(context: QueryContext, text: string, found: readonly number[] | null): Row[] {
  const wanted = text.toLocaleUpperCase('en');
  const all = listAgreements(context.db);
  const named = all.filter(({ number }) => wanted !== '' && number.includes(wanted));
  const ids = found === null ? null : [...new Set([...found, ...named.map(({ contractId }) => contractId)])];
  const contracts = sales(context, ids);
  const isFound = (contractId: number) => found === null || found.includes(contractId);
  const about = new Map(contracts.map((row) => [row.id, row]));
  const agreed = all.flatMap((agreement): Row[] => {
    const contract = about.get(agreement.contractId);
    if (contract === undefined || !(isFound(agreement.contractId) || named.includes(agreement))) return [];
    const { id, number, kind, signedOn, state, refiledNumber } = agreement;
    return [
      {
        ...contract,
        ...{ id, number, kind, signedOn, amount: ZERO_FEN, filingNumber: refiledNumber },
        key: registerKey('agreements', id),
        state: { noun: 'agreements', is: state },
      },
    ];
  });
  const rows = [...agreed, ...contracts.filter(({ id }) => isFound(id))];
  const followed = new Map(copiesOfPapers(context.db).map(({ number, ...held }) => [number, held]));
  return rows.map((row) => {
    const held = followed.get(row.number);
    return held === undefined ? row : { ...row, copies: held.copies, boxes: (held.boxes ?? '').replaceAll(',', '、') };
  });
}

/** Contracts with partners, for whoever may read them. */
function partners(context: QueryContext, text: string): Row[] {
  const { db, can, today } = context;
  if (!can('partnerAgreements.read')) return [];
  const remindDays = remindDaysOf(context);
  const wanted = text.toLocaleLowerCase('zh-CN');
  return listPartnerAgreements(db, null)
    .map(({ agreement }) => agreement)
    .filter(({ number, partner, title }) => `${number} ${partner} ${title}`.toLocaleLowerCase('zh-CN').includes(wanted))
    .map((agreement) => ({
      key: registerKey('partnerAgreements', agreement.id),
      id: agreement.id,
      number: agreement.number,
      kind: agreement.kind,
      party: agreement.partner,
      about: agreement.title,
      amount: agreement.amount,
      signedOn: agreement.approvedAt === null ? null : dayOf(agreement.approvedAt),
      until: agreement.toOn,
      state: { noun: 'partnerAgreements' as const, is: agreement.state },
      daysLeft: renewalStage(agreement, today, remindDays)?.daysLeft ?? null,
      filingNumber: '',
      ...noCopies,
    }));
}

/** Handlers of the register of all contracts and of what is scheduled of them. */
export function contractRegisterHandlers({ client }: OpenDatabase): Handlers<typeof contractRegisterApi> {
  const remembered = listMemory(client);
  return {
    list: (context, { group, text, sort, offset, limit }) => {
      const whose = context.reach('contracts');
      const seesPartners = context.can('partnerAgreements.read');
      const found = remembered(JSON.stringify([whose, seesPartners, context.today, text, sort]), () => {
        const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'contracts', LIST_SEARCH);
        const all = [...partners(context, text), ...signedPapers(context, text, ids)].map(keyed);
        return inOrder(all, sort, (column, stored) => {
          if (column === 'kind') return kindOrder(stored);
          if (column === 'state') return stateOrder(stored);
          return column === 'party' || column === 'about' ? nameKey(String(stored)) : stored;
        });
      });
      const inGroup = (one: (typeof registerGroups)[number]) =>
        one === 'all' ? found : found.filter(({ row }) => isPartnerKind(row.kind) === (one === 'partner'));
      const shown = inGroup(group);
      return {
        total: shown.length,
        amount: sumFen(shown.filter(({ row }) => !isOver(row.state)).map(({ row }) => row.amount)),
        counts: Object.fromEntries(registerGroups.map((one) => [one, inGroup(one).length])) as Record<
          (typeof registerGroups)[number],
          number
        >,
        rows: shown.slice(offset, offset + limit).map(({ row }) => row),
        can: { partners: seesPartners || { code: 'FORBIDDEN' } },
      };
    },

    schedule: (context, asked) => scheduleOf(context, asked),

    scheduled: (context, asked) => scheduledDeals(context, asked),
  };
}
