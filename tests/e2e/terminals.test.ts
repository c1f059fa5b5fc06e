import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '#electron/lan/enrol.ts';
import { type Link, type LinkTo, openLink } from '#electron/transports/lan-link.ts';
import { freePort } from '#tests/support/free-port.ts';
import { passwordSeat } from './pages/entrance.ts';
import { button, confirm, dialog, say, wordsOf } from './pages/stage.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const words = wordsOf('zh-CN');
const { terminals } = words;
const program = '0.1.0';
const address = '127.0.0.1';
/** A terminal that comes or goes is seen within this. */
const LIVE_MS = 1_000;

describe('the page of host and terminals', () => {
  let run: Launched;
  let office: FullClient;
  let port: number;
  let pass: LinkTo;
  let link: Link | undefined;

  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['manager', 'consultant']);
    office = await officeWindow(run);
    await office.session.login({ requestId: v7(), data: { loginName: 'administrator', password: PASSWORD } });
    port = await freePort();
    await run.page.reload();
    await passwordSeat(run.page, words, PASSWORD)('manager');
    await run.page.evaluate(() => {
      location.hash = '#/administration/terminals';
    });
    await run.page.getByRole('heading', { name: terminals.title, level: 1 }).waitFor();
  });
  afterAll(() => run.close());

  const row = (name: string) => run.page.getByRole('row', { name: new RegExp(name) });
  const come = async () => {
    const opened = await openLink(pass, undefined, new AbortController().signal);
    if (opened.link === undefined) throw new Error(`Not let in: ${opened.refusal?.code}`);
    link = opened.link;
  };

  it('makes this PC the host first, since no other could come, all by keyboard', async () => {
    const { page } = run;
    await page.getByRole('heading', { name: terminals.list.empty }).waitFor();
    await button(page, terminals.pair).first().focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText(terminals.pairing.noHost).waitFor();
    await button(dialog(page), terminals.host.start).focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel(terminals.host.port).fill(String(port));
    await page.keyboard.press('Control+Enter');
    await page.getByText(terminals.host.running).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: `:${port}` })
      .first()
      .waitFor();
    expect((await office.device.host.state({})).autostart).toBe(true);
  });

  it('shows a code, counts wrong ones, and closes by itself once the terminal is in', async () => {
    const { page } = run;
    // What was wanted in the first place goes on by itself.
    await button(dialog(page), terminals.pairing.show).click();
    const shown = dialog(page).getByLabel(terminals.pairing.code);
    await shown.waitFor();
    const code = (await shown.textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const asked = { address, port, name: '样板间', program, token: null };
    const wrong = (code.startsWith('0') ? '1' : '0') + code.slice(1);
    await expect(enrol({ ...asked, code: wrong })).rejects.toMatchObject({ code: 'PAIRING_CODE_WRONG' });
    await dialog(page)
      .getByText(say(terminals.pairing.tries_other, { count: 4 }))
      .waitFor();
    const { authority, token } = await enrol({ ...asked, code });
    pass = { host: address, port, authority, token, program };
    await page.getByText(say(terminals.pairing.paired, { name: '样板间' })).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row('样板间').getByText(terminals.list.never).waitFor();
  });

  it('opens pairing from the search of every screen, and leaves the page as it was', async () => {
    const { page } = run;
    await page.evaluate(() => {
      location.hash = '#/today';
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type(terminals.pair);
    await page.getByRole('option', { name: terminals.pair }).first().click();
    await button(dialog(page), terminals.pairing.show).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: terminals.title, level: 1 }).waitFor();
  });

  it('shows within a second that a terminal has come and that it has gone', async () => {
    await come();
    await row('样板间').getByText(terminals.states.online).waitFor({ timeout: LIVE_MS });
    expect(await row('样板间').textContent()).toContain(`${address}${program}`);
    link?.close();
    await row('样板间').getByText(terminals.states.away).waitFor({ timeout: LIVE_MS });
  });

  it('names a terminal and limits it to desks, which counts at once', async () => {
    const { page } = run;
    await button(row('样板间'), terminals.rename.act).click();
    await dialog(page).getByLabel(terminals.rename.name).fill('接待台 1');
    await button(dialog(page), words.common.save).click();
    await button(row('接待台 1'), terminals.limit.act).click();
    await page.keyboard.press('2');
    await button(dialog(page), words.common.save).click();
    await dialog(page).getByText(terminals.limit.none).waitFor();
    await dialog(page).getByRole('checkbox', { name: words.shell.desks.reception }).click();
    await button(dialog(page), words.common.save).click();
    await row('接待台 1').getByText(words.shell.desks.reception, { exact: true }).waitFor();
    expect((await office.terminals.list({}))[0]?.desks).toEqual(['reception']);
  });

  it('ends a session, after saying what that does', async () => {
    const { page } = run;
    const other = await officeWindow(run);
    await other.session.login({ requestId: v7(), data: { loginName: 'consultant', password: PASSWORD } });
    await button(row('consultant 张'), terminals.sessions.end).click();
    await dialog(page).getByText(terminals.sessions.endText).waitFor();
    await confirm(page, terminals.sessions.end);
    await row('consultant 张').waitFor({ state: 'detached' });
    expect((await other.session.current({})).state).toBe('login');
  });

  it('revokes a terminal, which is cut off at once and not let in again', async () => {
    const { page } = run;
    await come();
    await row('接待台 1').getByText(terminals.states.online).waitFor();
    await button(row('接待台 1'), terminals.revoke.act).click();
    await confirm(page, terminals.revoke.act);
    await link?.broken;
    await row('接待台 1').getByText(terminals.states.revoked).waitFor();
    expect(await button(row('接待台 1'), terminals.revoke.act).count()).toBe(0);
    const again = await openLink(pass, undefined, new AbortController().signal);
    expect(again.refusal?.code).toBe('TERMINAL_REVOKED');
  });

  it('stops being the host, and the port is free', async () => {
    const { page } = run;
    await button(page, terminals.host.stop).click();
    await confirm(page, terminals.host.stop);
    await page.getByText(terminals.host.stopped).waitFor();
    const gone = await openLink(pass, undefined, new AbortController().signal);
    expect([gone.link, gone.refusal]).toEqual([undefined, undefined]);
    expect(run.consoleErrors()).toEqual([]);
  });
});
