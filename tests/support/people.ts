import type { Post } from '#shared/domain/accounts/posts.ts';
import type { TestClient, TestOffice } from './office.ts';

/** A second person who confirms dangerous rights, where the test has nobody for it. */
async function confirmPost(desk: Pick<TestOffice, 'as'>, accountId: number): Promise<void> {
  const second = desk.as('director');
  const asked = (await second.rights.waiting({})).find(({ person }) => person?.id === accountId);
  if (asked === undefined) throw new Error(`Nothing about ${accountId} waits`);
  await second.rights.confirm({ requestId: asked.id, version: asked.version });
}

/** Somebody to be added, with the password that they will choose. */
export type Hired = {
  readonly name: string;
  readonly loginName: string;
  readonly post: Post;
  readonly password: string;
};

/**
 * Adds a person, who comes with their one-time code to a PC of nobody's, chooses a password and leaves again. Where a
 * second person has to confirm the post, one is there for it.
 */
export async function hire(
  desk: Pick<TestOffice, 'stranger' | 'as'>,
  by: TestClient,
  { password, ...person }: Hired,
): Promise<number> {
  const { accountId, waits } = await by.accounts.create(person);
  if (waits) await confirmPost(desk, accountId);
  await comeWithCode(desk, by, { accountId, loginName: person.loginName, password });
  return accountId;
}

/** Somebody who was given a one-time code chooses a password and leaves again. */
export async function comeWithCode(
  desk: Pick<TestOffice, 'stranger'>,
  by: TestClient,
  { accountId, loginName, password }: { accountId: number; loginName: string; password: string },
): Promise<void> {
  const { shown } = await by.accounts.code({ accountId });
  const window = desk.stranger('first log-in');
  const { result } = await window.session.login({ loginName, password: shown?.code ?? '', newPassword: password });
  if (result !== 'open') throw new Error(`${loginName} came with a one-time code and was answered ${result}`);
  // The customers' screen is left by a member of staff alone.
  await window.session.logout({}).catch(() => undefined);
}
