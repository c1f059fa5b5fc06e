import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import type { NamedSigner } from '#shared/domain/subscriptions/signers.ts';
import type { TestClient } from './office.ts';

/** Reckons a change of a deal and asks for it, as a screen does that shows it first. */
export async function askFor(
  person: TestClient,
  subscriptionId: number,
  ask: ChangeAsk,
  reason = '客户申请',
  signers: readonly NamedSigner[] = [],
  reasonCode = 'other',
) {
  const { version } = await person.subscriptions.detail({ subscriptionId });
  const wish = { subscriptionId, ask, signers: [...signers] };
  const { figuresHash } = await person.changes.simulate(wish);
  return person.changes.ask({ ...wish, version, figuresHash, reasonCode, reason });
}

/** Somebody decides the request of a change that waits. */
export async function decideChange(
  person: TestClient,
  changeId: number,
  decision: 'approve' | 'reject' | 'sendBack' | 'passUp' = 'approve',
  opinion = '按规定办理',
) {
  const { approval } = await person.changes.detail({ changeId });
  const approvalId = approval?.id ?? 0;
  const { version } = await person.approvals.detail({ approvalId });
  return person.approvals.decide({ approvalId, version, decision, opinion });
}

/** The version of a change as somebody sees it now. */
export async function changeSeen(person: TestClient, changeId: number) {
  const { version } = await person.changes.detail({ changeId });
  return { changeId, version };
}
