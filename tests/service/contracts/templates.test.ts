import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractTemplates } from '#db/schema/contract-templates.ts';
import { textHash } from '#electron/server/contracts/templates/versions.ts';
import * as parts from '#shared/domain/contracts/templates/edit-parts.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import {
  draftedContract,
  explainTerms,
  fillIn,
  passReview,
  printOriginal,
  seen,
  submittedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const form = 'presaleHome';
const today = localDate('2026-11-23');
const wording = contractTextOf(form);
const ownWords = edit.withParagraph(wording, 'taxes', 'taxes-1', ['契税由买受人按规定缴纳。']);

describe('The texts of contracts', () => {
  let desk: TestOffice;
  let author: TestClient;
  let manager: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    author = desk.as('backOffice');
    manager = desk.as('manager');
  });
  afterEach(() => desk.close());

  const detail = (templateId: number | null, person = author) => person.templates.detail({ form, templateId });
  const at = async (templateId: number) => ({ templateId, version: (await detail(templateId)).version ?? 0 });
  /** A version that says something of the office's own. */
  async function drafted(text: ContractText = ownWords, name = '2027 年版') {
    const { templateId } = await author.templates.copy({ form, templateId: null, name });
    await author.templates.save({ ...(await at(templateId)), name, body: JSON.stringify(text) });
    return templateId;
  }
  async function approved(text: ContractText = ownWords, activeFrom = today) {
    const templateId = await drafted(text);
    await author.templates.submit(await at(templateId));
    await manager.templates.approve({ ...(await at(templateId)), activeFrom });
    return templateId;
  }

  it('begin with the wording of the program, which the first contract keeps as the first version', async () => {
    const [before] = await manager.templates.list({});
    expect(before?.versions).toMatchObject([{ templateId: null, inForce: true, author: null }]);
    const { consultant, contractId } = await draftedContract(desk);
    const [after] = await manager.templates.list({});
    expect(after?.versions).toMatchObject([{ number: 1, state: 'approved', inForce: true, contracts: 1 }]);
    const { template, text, draft } = await consultant.contracts.detail({ contractId });
    expect(text).toEqual(wording);
    expect(template.own?.edition).toBe(draft.edition);
    expect(draft.edition).toMatch(/^YSZZ-1-[0-9A-F]{8}$/);
    expectReplayed(desk);
  });

  it('are approved by somebody who did not write them, from today or later, and stay as they were', async () => {
    const templateId = await drafted();
    await expectRefusal(
      manager.templates.approve({ ...(await at(templateId)), activeFrom: today }),
      'NOT_IN_THIS_STATE',
    );
    await author.templates.submit(await at(templateId));
    await expectRefusal(author.templates.approve({ ...(await at(templateId)), activeFrom: today }), 'FORBIDDEN');
    const past = localDate('2026-11-22');
    await expectRefusal(
      manager.templates.approve({ ...(await at(templateId)), activeFrom: past }),
      'TEMPLATE_DAY_PAST',
    );
    await manager.templates.approve({ ...(await at(templateId)), activeFrom: today });
    const saving = { ...(await at(templateId)), name: '改名', body: JSON.stringify(wording) };
    await expectRefusal(author.templates.save(saving), 'NOT_IN_THIS_STATE');
    expect((await detail(templateId)).row).toMatchObject({ state: 'approved', inForce: true, activeFrom: today });
    expectReplayed(desk);
  });

  it('are not approved by the manager who wrote them', async () => {
    const { templateId } = await manager.templates.copy({ form, templateId: null, name: '自拟' });
    await manager.templates.submit(await at(templateId));
    await expectRefusal(manager.templates.approve({ ...(await at(templateId)), activeFrom: today }), 'OWN_WORK');
    await desk.as('director').templates.approve({ ...(await at(templateId)), activeFrom: today });
  });

  it('go back with an opinion, and are handed in anew', async () => {
    const templateId = await drafted();
    await author.templates.submit(await at(templateId));
    await manager.templates.sendBack({ ...(await at(templateId)), opinion: '税费一条请写明契税' });
    expect(await detail(templateId)).toMatchObject({ opinion: '税费一条请写明契税', row: { state: 'draft' } });
    await author.templates.submit(await at(templateId));
    await author.templates.withdraw(await at(templateId));
    expect((await detail(templateId)).row.state).toBe('draft');
  });

  it('are given up by whoever writes them while nobody has approved them, and are taken out of use by a manager after', async () => {
    const templateId = await drafted();
    await author.templates.drop({ ...(await at(templateId)), reason: '改在另一版写' });
    expect((await detail(templateId)).row).toMatchObject({ state: 'retired', retiredOn: today, inForce: false });
    await expectRefusal(author.templates.submit(await at(templateId)), 'NOT_IN_THIS_STATE');
    const used = await approved();
    await expectRefusal(author.templates.drop({ ...(await at(used)), reason: '不用了' }), 'NOT_IN_THIS_STATE');
    await expectRefusal(author.templates.retire({ ...(await at(used)), reason: '不用了' }), 'FORBIDDEN');
  });

  it('are not handed in with a void clause or a reference to nothing', async () => {
    const text = edit.withParagraph(ownWords, 'taxes', 'taxes-1', ['买受人放弃要求赔偿的权利。']);
    const templateId = await drafted(text);
    expect((await detail(templateId)).findings.map(({ problem }) => problem)).toEqual(['clauseVoid']);
    await expectRefusal(author.templates.submit(await at(templateId)), 'TEMPLATE_NOT_CLEAR');
  });

  it('lose nothing that the law fixes, whoever hands them in', async () => {
    const templateId = await drafted();
    for (const text of [
      edit.withoutClause(wording, 'privacy-1'),
      edit.withRuns(wording, 'supplement-1', ['补充协议优先于本合同。']),
      edit.withoutArticle(wording, 'filing'),
    ])
      await expectRefusal(
        author.templates.save({ ...(await at(templateId)), name: '版', body: JSON.stringify(text) }),
        'TEMPLATE_LOCKED',
      );
    expect((await detail(templateId)).text).toEqual(ownWords);
  });

  it('say their notes and titles as the office likes and explain words of its own, but those of the law mean what it says', async () => {
    const titled = parts.withAnnexTitle(parts.withNote(wording, 1, ['签订前请看证件原件。']), 'payments', '付款安排');
    const text = {
      ...parts.withChapterTitle(titled, 1, '价款与付款'),
      glossary: [...wording.glossary, { word: '样板间', meaning: '展示交付标准的房屋。' }],
    };
    const templateId = await drafted(text);
    expect((await detail(templateId)).text).toEqual(text);
    const [first, ...others] = wording.glossary;
    const locked = [
      [{ ...text, glossary: others }, first?.word],
      [{ ...text, glossary: [...wording.glossary, { word: '不可抗力', meaning: '包括市政施工。' }] }, '不可抗力'],
      [{ ...text, glossary: [...wording.glossary, { word: '应当', meaning: '可以。' }] }, '应当'],
      [{ ...text, annexes: text.annexes.filter(({ key }) => key !== 'payments') }, '关于该商品房价款的付款安排'],
    ] as const;
    for (const [body, words] of locked) {
      const saving = author.templates.save({ ...(await at(templateId)), name: '版', body: JSON.stringify(body) });
      expect(await refusalOf(saving)).toMatchObject({ code: 'TEMPLATE_LOCKED', params: { words } });
    }
    await author.templates.save({
      ...(await at(templateId)),
      name: '版',
      body: JSON.stringify(parts.withoutNote(text, 0)),
    });
    expect((await detail(templateId)).findings.map(({ problem }) => problem)).toEqual(['noteGone']);
    await expectRefusal(author.templates.submit(await at(templateId)), 'TEMPLATE_NOT_CLEAR');
    expectReplayed(desk);
  });

  it('reach neither files nor the network nor other records', async () => {
    const templateId = await drafted();
    const body = JSON.stringify(wording);
    const hostile = [
      [body.replace('"kind":"paragraph"', '"kind":"paragraph","image":"file:///etc/passwd"'), 'TEMPLATE_NOT_DECLARED'],
      [body.replace('{"field":"landPlace"}', '{"field":"constructor"}'), 'TEMPLATE_NOT_DECLARED'],
      [body.replace('"kind":"paragraph"', '"kind":"paragraph","__proto__":{"weighty":true}'), 'TEMPLATE_NOT_DECLARED'],
      [body.replace('"table":"unit"', '"table":"accounts"'), 'TEMPLATE_NOT_DECLARED'],
      [body.replace('出卖人以', '出卖人\\u202e以'), 'TEMPLATE_SIGN_NOT_ALLOWED'],
      ['['.repeat(400_000), 'TEMPLATE_TOO_LONG'],
      ['['.repeat(100_000), 'TEMPLATE_NOT_A_TEXT'],
      [JSON.stringify(edit.withParagraph(wording, 'taxes', null, ['见 http://127.0.0.1/x 。'])), 'TEMPLATE_LOCKED'],
      [JSON.stringify(edit.withParagraph(wording, 'taxes', null, ['见 /etc/shadow 。'])), 'TEMPLATE_LOCKED'],
    ] as const;
    for (const [json, code] of hostile)
      await expectRefusal(author.templates.save({ ...(await at(templateId)), name: '版', body: json }), code);
    const many = author.templates.save({ ...(await at(templateId)), name: '版', body: '['.repeat(1_000_000) });
    await expectRefusal(many, 'INVALID_INPUT');
    expect((await detail(templateId)).text).toEqual(ownWords);
    expect(({} as { weighty?: boolean }).weighty).toBeUndefined();
  });

  it('notice two editors', async () => {
    const templateId = await drafted();
    const first = await at(templateId);
    await author.templates.save({ ...first, name: '甲', body: JSON.stringify(wording) });
    await expectRefusal(author.templates.save({ ...first, name: '乙', body: JSON.stringify(wording) }), 'STALE');
  });

  it('are drafted in from their first day on; a contract of before keeps its own, also on paper', async () => {
    const old = await submittedContract(desk);
    const later = await approved(ownWords, localDate('2026-11-24'));
    expect((await detail(later)).row.inForce).toBe(false);
    const before = await old.consultant.contracts.detail({ contractId: old.contractId });
    expect(before.template).toMatchObject({ own: { name: 'HT-1' }, newer: null });
    const templateId = await approved();
    const young = await draftedContract(desk);
    const now = await young.consultant.contracts.detail({ contractId: young.contractId });
    expect(now.text).toEqual(ownWords);
    expect(now.template.own?.templateId).toBe(templateId);
    const still = await old.consultant.contracts.detail({ contractId: old.contractId });
    expect(still.text).toEqual(wording);
    expect(still.template.newer?.templateId).toBe(templateId);
    expect(still.preflight.open.map(({ problem }) => problem)).not.toContain('templateNotActive');
    await passReview(desk, old.contractId);
    await printOriginal(desk, old.contractId);
    await expectRefusal(
      old.consultant.contracts.takeText(await seen(old.consultant, old.contractId)),
      'CONTRACT_IN_REVIEW',
    );
  });

  it('go on in the wording that was used before an update of the program, until somebody approves the new edition', async () => {
    const earlier = edit.withParagraph(wording, 'taxes', 'taxes-1', ['契税由双方商定。']);
    await desk.office.corridor.act({
      procedure: 'tests.keepWording',
      run: ({ tx, happened, now }) => {
        const row = tx.insert(contractTemplates, {
          contractForm: form,
          number: 1,
          name: 'HT-0',
          state: 'approved',
          body: earlier,
          textHash: textHash(earlier),
          changedAt: now,
          activeFrom: today,
        });
        happened({ kind: 'templateApproved', noun: 'contractTemplates', id: row.id });
      },
    });
    const [list] = await manager.templates.list({});
    expect(list?.versions).toMatchObject([
      { number: 1, name: 'HT-0', inForce: true },
      { templateId: null, name: 'HT-1', inForce: false },
    ]);
    const old = await draftedContract(desk);
    expect((await old.consultant.contracts.detail({ contractId: old.contractId })).text).toEqual(earlier);
    await approved(wording);
    const young = await draftedContract(desk);
    expect((await young.consultant.contracts.detail({ contractId: young.contractId })).text).toEqual(wording);
    expect((await old.consultant.contracts.detail({ contractId: old.contractId })).text).toEqual(earlier);
  });

  it('are taken over by a draft in an act of its own, after which the weighty terms are explained anew', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    await fillIn(consultant, contractId);
    await explainTerms(consultant, contractId);
    await expectRefusal(consultant.contracts.takeText(await seen(consultant, contractId)), 'TEMPLATE_IS_CURRENT');
    const titled = parts.withAnnexTitle(ownWords, 'payments', '付款安排');
    await approved(titled);
    await consultant.contracts.takeText(await seen(consultant, contractId));
    const after = await consultant.contracts.detail({ contractId });
    expect(after.text).toEqual(titled);
    expect(after.confirmations.weightyTerms?.current).toBe(false);
    expect(after.history.map(({ kind }) => kind)).toContain('contractTextTaken');
    expectReplayed(desk);
  });

  it('P33: forbid the signing of a contract in a version that is out of use, or whose words were changed beside the office', async () => {
    const templateId = await approved();
    const { consultant, contractId } = await draftedContract(desk);
    const open = async () =>
      (await consultant.contracts.detail({ contractId })).preflight.open.map(({ problem }) => problem);
    expect(await open()).not.toContain('templateNotActive');
    await desk.office.corridor.act({
      procedure: 'tests.changeWords',
      run: ({ tx, happened }) => {
        tx.update(contractTemplates, templateId, { textHash: '0'.repeat(64) });
        happened({ kind: 'templateEdited', noun: 'contractTemplates', id: templateId });
      },
    });
    expect(await open()).toContain('templateNotActive');
    const other = await approved();
    await consultant.contracts.takeText(await seen(consultant, contractId));
    expect(await open()).not.toContain('templateNotActive');
    await manager.templates.retire({ ...(await at(other)), reason: '改用新文本' });
    expect(await open()).toContain('templateNotActive');
  });

  it('leave an office that retires all of them without a text to draft in, which is said', async () => {
    await draftedContract(desk);
    const [list] = await manager.templates.list({});
    const templateId = list?.versions[0]?.templateId ?? 0;
    await manager.templates.retire({ ...(await at(templateId)), reason: '停用' });
    await expectRefusal(draftedContract(desk), 'TEMPLATE_NONE_IN_FORCE');
  });

  it('are shown as pages with the data of nobody, every page marked as a draft', async () => {
    const templateId = await drafted();
    const { content, pages } = await author.templates.preview({ form, templateId });
    expect(pages).toBeGreaterThan(10);
    expect(Buffer.from(content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});
