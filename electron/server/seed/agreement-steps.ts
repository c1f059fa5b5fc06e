import { readDb } from '#db/access.ts';
import { openChangeOf } from '#db/repositories/changes.ts';
import { refundById, refundsOfChange } from '#db/repositories/owned-money.ts';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import { agreementPrinted } from '../agreements/agreement-paper.ts';
import type { DeskClient } from './desk.ts';
import { printPaper } from './print-paper.ts';
import { type Stage, slipNumber, wait } from './stage.ts';

/** Days by which both agree to hand a home over later. */
const LATER_DAYS = 61;
/** What stays with the seller of a contract that its buyers end. */
const KEPT = yuan(20_000);

/** A change of a signed contract: asked for, agreed to, written down as an agreement, looked through and printed. */
async function printedAgreement(
  stage: Stage,
  contractId: number,
  consultant: DeskClient,
  ask: ChangeAsk,
  reason: string,
): Promise<number> {
  const { office, desk } = stage;
  const { row } = await consultant.contracts.detail({ contractId });
  const { subscriptionId } = row;
  const { version } = await consultant.subscriptions.detail({ subscriptionId });
  const { figuresHash } = await consultant.changes.simulate({ subscriptionId, ask, signers: [] });
  const asked = { subscriptionId, version, ask, figuresHash, signers: [], reasonCode: 'other', reason };
  await consultant.changes.ask(asked);
  wait(stage, 20);
  const change = openChangeOf(readDb(office.database), subscriptionId);
  if (change === undefined) throw new DomainError('NOT_FOUND');
  const decider = desk(ask.kind === 'cancellation' ? 'shenjingyi' : 'dujianhua');
  const { approval } = await decider.changes.detail({ changeId: change.id });
  const approvalId = approval?.id ?? 0;
  const request = await decider.approvals.detail({ approvalId });
  await decider.approvals.decide({ approvalId, version: request.version, decision: 'approve', opinion: '同意办理' });
  wait(stage, 15);
  const backOffice = desk('jiangxuemei');
  const { agreementId } = await backOffice.agreements.draft({ changeId: change.id });
  const seen = async (person: DeskClient) => {
    const { version: now } = await person.agreements.detail({ agreementId });
    return { agreementId, version: now };
  };
  await backOffice.agreements.submit(await seen(backOffice));
  const manager = desk('dujianhua');
  await manager.agreements.approve({ ...(await seen(manager)), opinion: '与批准的变更一致' });
  const kind = ask.kind === 'cancellation' ? 'terminationAgreement' : 'supplementAgreement';
  await backOffice.documents.issue({ kind, subjectId: agreementId, noun: 'agreements' });
  await printPaper(stage, 'agreements', agreementId, (context) =>
    agreementPrinted(context, office.database.client, agreementId),
  );
  return agreementId;
}

/** The home is handed over later: a supplementary agreement that all have signed. */
export async function amend(stage: Stage, contractId: number, consultant: DeskClient): Promise<void> {
  const backOffice = stage.desk('jiangxuemei');
  const { draft } = await backOffice.contracts.detail({ contractId });
  const deliveryOn = addDays(draft.fields.deliveryOn as LocalDate, LATER_DAYS);
  const clauses = ['出卖人应当在交付前三十日书面通知买受人。'];
  const ask: ChangeAsk = { kind: 'termsChange', fields: { deliveryOn }, clauses };
  await signByAll(stage, await printedAgreement(stage, contractId, consultant, ask, '精装施工顺延，双方同意推迟交付'));
}

async function signByAll(stage: Stage, agreementId: number): Promise<void> {
  const backOffice = stage.desk('jiangxuemei');
  wait(stage, 30);
  const { signing } = await backOffice.agreements.detail({ agreementId });
  for (const { party, customerId } of signing) {
    const { version } = await backOffice.agreements.detail({ agreementId });
    await backOffice.agreements.sign({ agreementId, version, party, customerId, byProxy: false });
  }
}

/** The buyers give the home up: the termination agreement lies ready for its signatures. */
export async function end(stage: Stage, contractId: number, consultant: DeskClient): Promise<void> {
  const ask: ChangeAsk = { kind: 'cancellation', cause: 'buyer', keep: KEPT };
  await printedAgreement(stage, contractId, consultant, ask, '买受人工作调动，申请解除合同');
}

/** By nobody's fault the contract ends: what was paid goes back with interest, papers come back, the home is free again. */
export async function unwind(stage: Stage, contractId: number, consultant: DeskClient): Promise<void> {
  const db = readDb(stage.office.database);
  const ask: ChangeAsk = { kind: 'cancellation', cause: 'nobody', keep: ZERO_FEN };
  await signByAll(
    stage,
    await printedAgreement(stage, contractId, consultant, ask, '贷款银行停办该类业务，双方均无过错，协商解除合同'),
  );
  const { row } = await consultant.contracts.detail({ contractId });
  const change = openChangeOf(db, row.subscriptionId);
  if (change === undefined) throw new DomainError('NOT_FOUND');
  const [director, finance, backOffice] = [stage.desk('shenjingyi'), stage.desk('fangmin'), stage.desk('jiangxuemei')];
  wait(stage, 40);
  for (const { id: refundId, approvalId } of refundsOfChange(db, change.id)) {
    if (approvalId !== null) {
      const { version } = await director.approvals.detail({ approvalId });
      await director.approvals.decide({ approvalId, version, decision: 'approve', opinion: '按解除协议退款' });
    }
    const version = refundById(db, refundId)?.version ?? 0;
    const reference = slipNumber(stage);
    await finance.payments.refund({ refundId, version, method: 'transfer', reference });
  }
  const { papers } = await backOffice.changes.detail({ changeId: change.id });
  for (const { documentId, outside } of papers)
    if (outside > 0) await backOffice.documents.takeBack({ documentId, copies: outside, reason: '合同解除，收回' });
  const { version } = await backOffice.changes.detail({ changeId: change.id });
  await backOffice.changes.execute({ changeId: change.id, version });
}
