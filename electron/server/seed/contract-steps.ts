import { readDb } from '#db/access.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import type { ContractStep } from '#db/seed/acts.ts';
import { filledTerms } from '#db/seed/contract-terms.ts';
import type { StaffName } from '#db/seed/people.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { contractPrinted } from '../contracts/contract-printed.ts';
import { amend, end, unwind } from './agreement-steps.ts';
import { distribute } from './custody-steps.ts';
import type { DeskClient } from './desk.ts';
import { type Cash, takeFirstPayment, takeNewCases } from './later-steps.ts';
import { printPaper } from './print-paper.ts';
import { scanFiles, scanSigned } from './scan-steps.ts';
import { dealAt, officeAct, type Stage } from './stage.ts';

/** The levels of the review and who sits at them (decision 19). */
const reviewers = {
  firstReview: ['jiangxuemei', '买受人、房屋、价格与认购书一致。'],
  secondReview: ['chenliqun', '条款与附件已核。'],
  lastReview: ['dujianhua', '同意签约。'],
} as const satisfies Partial<Record<ContractStep, readonly [StaffName, string]>>;

/** What a reviewer finds wrong now and then. */
const defects = [
  {
    kind: 'address',
    part: 'buyers',
    article: null,
    annex: null,
    field: null,
    text: '送达地址与证件地址不一致，请补送达确认',
  },
  { kind: 'annex', part: 'annexes', article: null, annex: 'fitOut', field: null, text: '附件六装修标准漏填入户门品牌' },
] as const;

/** Contracts of a plan over the desks: drafted by their consultants, reviewed in levels, printed, signed, filed. */
export function contractActs(stage: Stage, subscriptionOf: (deal: number) => number, cash: () => Cash) {
  const { office, desk } = stage;
  const { client } = office.database;
  const db = readDb(office.database);
  const contracts: number[] = [];

  const contractOf = (deal: number): number => contracts[deal] ?? 0;
  async function seen(person: DeskClient, deal: number) {
    const contractId = contractOf(deal);
    const { version } = await person.contracts.detail({ contractId });
    return { contractId, version };
  }

  async function draft(deal: number, consultant: DeskClient): Promise<void> {
    const subscriptionId = subscriptionOf(deal);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    contracts[deal] = (await consultant.contracts.draft({ subscriptionId, version })).contractId;
  }

  /** What the records do not know is filled in, and the buyers are told what weighs on them. */
  async function fill(deal: number, consultant: DeskClient): Promise<void> {
    const contractId = contractOf(deal);
    const { draft: open, version } = await consultant.contracts.detail({ contractId });
    const filled = filledTerms(open);
    const changed = fieldNames.filter((name) => open.fields[name] === null && filled.fields[name] !== null);
    await consultant.contracts.edit({
      contractId,
      version,
      changes: {
        fields: Object.fromEntries(changed.map((name) => [name, filled.fields[name]])),
        strike: filled.struck.filter((name) => !open.struck.includes(name)),
        annexes: filled.annexes,
      },
    });
    await consultant.contracts.explainTerms(await seen(consultant, deal));
    await scanFiles(stage, contractId, consultant);
  }

  async function correctOne(deal: number, consultant: DeskClient): Promise<void> {
    const { defects: found } = await consultant.contracts.detail({ contractId: contractOf(deal) });
    const [first] = found;
    if (first === undefined) return;
    await consultant.contracts.settleDefect({ defectId: first.id, version: first.version, state: 'corrected' });
  }

  function print(deal: number): Promise<void> {
    return printPaper(stage, 'contracts', contractOf(deal), (context) =>
      contractPrinted(context, client, contractOf(deal)),
    );
  }

  /** The buyers sign in their order, then the seller seals. */
  async function sign(deal: number): Promise<void> {
    const backOffice = desk('jiangxuemei');
    const buyers = buyersOf(db, [subscriptionOf(deal)]).map(({ customer }) => customer.id);
    for (const customerId of buyers)
      await backOffice.contracts.sign({
        ...(await seen(backOffice, deal)),
        party: 'buyer',
        customerId,
        byProxy: false,
      });
    await backOffice.contracts.sign({
      ...(await seen(backOffice, deal)),
      party: 'seller',
      customerId: null,
      byProxy: false,
    });
    await scanSigned(stage, contractOf(deal), backOffice);
    await officeAct(stage, 'takeCases', (context) => takeNewCases(context, subscriptionOf(deal), cash()));
  }

  async function file(deal: number): Promise<void> {
    const warrants = desk('tianxiaoyu');
    const { row, unit } = await warrants.contracts.detail({ contractId: contractOf(deal) });
    const filedOn = contractById(db, row.id)?.signedOn ?? row.draftedOn;
    await warrants.contracts.file({
      ...(await seen(warrants, deal)),
      filingNumber: `WQ${filedOn.replaceAll('-', '')}${String(row.id).padStart(4, '0')}`,
      filedOn,
      price: row.price,
      builtArea: unit.builtArea ?? 0,
    });
  }

  return async (deal: number, step: ContractStep): Promise<void> => {
    const consultant = desk(dealAt(stage, deal).consultant);
    const contractId = contractOf(deal);
    switch (step) {
      case 'draft':
        return draft(deal, consultant);
      case 'fill':
        return fill(deal, consultant);
      case 'submit':
        return void (await consultant.contracts.submit(await seen(consultant, deal)));
      case 'firstReview':
      case 'secondReview':
      case 'lastReview': {
        const [name, opinion] = reviewers[step];
        return void (await desk(name).contracts.approve({ ...(await seen(desk(name), deal)), opinion }));
      }
      case 'sendBack': {
        const supervisor = desk('chenliqun');
        const opinion = '请改好后重新送审。';
        return void (await supervisor.contracts.sendBack({
          ...(await seen(supervisor, deal)),
          opinion,
          defects: [...defects],
        }));
      }
      case 'correctOne':
        return correctOne(deal, consultant);
      case 'issue':
        return void (await desk('jiangxuemei').documents.issue({ kind: 'saleContract', subjectId: contractId }));
      case 'print':
        return print(deal);
      case 'pay':
        return officeAct(stage, 'pay', (context) => takeFirstPayment(context, subscriptionOf(deal), cash()));
      case 'sign':
        return sign(deal);
      case 'file':
        return file(deal);
      case 'distribute':
        return distribute(stage, contractId);
      case 'amend':
        return amend(stage, contractId, consultant);
      case 'end':
        return end(stage, contractId, consultant);
      case 'unwind':
        return unwind(stage, contractId, consultant);
      case 'drop': {
        const manager = desk('dujianhua');
        const reason = '客户要求改为夫妻共同购买，重拟合同';
        return void (await manager.contracts.drop({ ...(await seen(manager, deal)), reason }));
      }
    }
  };
}
