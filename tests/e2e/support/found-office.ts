import { v7 } from 'uuid';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { BARE, type Launched } from './launch.ts';
import { clientOf, type FullClient } from './page-client.ts';

/** The password of everybody in a test's office. */
export const PASSWORD = 'correct horse 9 battery';

/** A window without screens that asks the office directly. */
export async function officeWindow(run: Launched): Promise<FullClient> {
  const page = await run.newWindow();
  await page.goto(BARE);
  return clientOf<FullClient>(page);
}

/**
 * Founds an office in the folder of a run, with one person of each post; their login name is their post. With a PIN they
 * have all been at this computer today.
 */
export async function foundOffice(run: Launched, posts: readonly Post[], pin?: string): Promise<void> {
  const gate = await officeWindow(run);
  await gate.device.gate.found({});
  // The port that founded it knows the gate only.
  const office = await officeWindow(run);
  const send = <T>(data: T) => ({ requestId: v7(), data });
  await office.setup.createOffice(
    send({
      officeName: '松风明月案场',
      companyName: '松风置业有限公司',
      creditCode: '91009900MA00006649',
      companyAddress: '渝澄新区松风路 1 号',
      companyPhone: '023-68000618',
      representative: '沈松风',
      projectName: '松风明月花园',
      projectAddress: '松风路 1 号',
      cityPack: 'chongqing' as const,
      administratorName: '管理员',
      loginName: 'administrator',
      password: PASSWORD,
    }),
  );
  await office.session.login(send({ loginName: 'administrator', password: PASSWORD }));
  const entrance = await officeWindow(run);
  for (const post of posts) {
    const loginName = post.toLowerCase();
    const { accountId, waits } = await office.accounts.create(send({ name: `${post} 张`, loginName, post }));
    if (waits) await confirmAsManager(entrance, accountId);
    const { shown } = await office.accounts.code({ accountId });
    await entrance.session.login(send({ loginName, password: shown?.code ?? '', newPassword: PASSWORD }));
    if (post === 'kiosk') await entrance.kiosk.leave(send({ by: { loginName: 'administrator', password: PASSWORD } }));
    else await entrance.session.logout(send({}));
  }
  const project = await office.projects.detail({});
  const {
    id: projectId,
    permits: _permits,
    buildings: _buildings,
    phases: _phases,
    surveys: _surveys,
    ...facts
  } = project;
  const account = { supervisedBank: '渝澄银行松风支行', supervisedAccount: '0000 6180 0000 0018' };
  await office.projects.update(send({ projectId, ...facts, ...account }));
  if (pin === undefined) return;
  for (const post of posts) {
    await office.session.login(send({ loginName: post.toLowerCase(), password: PASSWORD }));
    await office.session.setPin(send({ password: PASSWORD, pin }));
    await office.session.stepAside(send({}));
  }
}

/** The manager, who came first, is the second person where a post has dangerous rights. */
async function confirmAsManager(entrance: FullClient, accountId: number): Promise<void> {
  const send = <T>(data: T) => ({ requestId: v7(), data });
  await entrance.session.login(send({ loginName: 'manager', password: PASSWORD }));
  const asked = (await entrance.rights.waiting({})).find(({ person }) => person?.id === accountId);
  if (asked === undefined) throw new Error(`Nothing about ${accountId} waits`);
  await entrance.rights.confirm(send({ requestId: asked.id, version: asked.version }));
  await entrance.session.logout(send({}));
}
