import { describe, expect, it } from 'vitest';
import { checkPaper, documentKindOf, documentKinds } from '#shared/documents/index.ts';
import { amountInBoth, columnAmount, filled, orStruck, percentText } from '#shared/documents/kit/blanks.ts';
import type { Marks } from '#shared/documents/kit/definition.ts';
import { checkText, pageCodeText, readPageCodeText } from '#shared/documents/kit/page-code.ts';
import { partiesTable } from '#shared/documents/kit/parties-table.ts';
import { sharesOf } from '#shared/documents/kit/schedule-table.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import { checkPhone } from '#shared/kernel/phone.ts';

const hash = '9f3c27a1e4b0d5c2'.padEnd(64, '0');
const drawn = () => '<svg/>';
const marks: Marks = { number: 'RG-2026-0018', version: 3, hash, codeOf: drawn, codeFor: drawn, draft: false };

describe('papers', () => {
  it('are declared under their kinds, each that the office issues', () => {
    expect(Object.keys(documentKinds).toSorted()).toEqual([...documentKindNames].toSorted());
    for (const name of documentKindNames) expect(documentKindOf(name).kind).toBe(name);
    for (const [name, kind] of Object.entries(documentKinds)) expect(kind.kind).toBe(name);
  });

  it('accept their own samples and build the same definition from the same data', () => {
    for (const { kind, sample, papers } of Object.values(documentKinds)) {
      for (const paper of papers) {
        const [one, other] = [1, 2].map(() => checkPaper({ kind, data: structuredClone(sample), paper }));
        expect(one?.paper).toBe(paper);
        expect(one?.canonical).toBe(other?.canonical);
        expect(JSON.stringify(one?.build(marks))).toBe(JSON.stringify(other?.build(marks)));
      }
    }
  });

  it('say across every page that they are worth nothing where they are made in a rehearsal, whatever their kind', () => {
    const watermarks = (rehearsal: boolean) =>
      Object.values(documentKinds).flatMap(({ kind, sample, papers }) =>
        papers.map((paper) => {
          const built = checkPaper({ kind, data: structuredClone(sample), paper }).build({ ...marks, rehearsal });
          return [kind, JSON.stringify(built.watermark ?? null).includes('演练 无效')];
        }),
      );
    expect(watermarks(true).filter(([, marked]) => marked === false)).toEqual([]);
    expect(watermarks(false).filter(([, marked]) => marked === true)).toEqual([]);
  });

  it('name their sheet in the file, where whoever stamps copies reads it', () => {
    const built = checkPaper({ kind: 'depositReceipt', data: documentKinds.depositReceipt.sample, paper: 'a5' });
    expect(built.build(marks).info).toMatchObject({ keywords: 'a5', subject: 'RG-2026-0018' });
  });

  it('show in their samples nobody who exists', () => {
    for (const buyer of documentKinds.subscriptionBook.sample.buyers) {
      expect(buyer.identityNumber).toMatch(/^999999/);
      expect(checkDocumentNumber('identityCard', buyer.identityNumber).ok).toBe(true);
      expect(checkPhone(buyer.phone).ok).toBe(false);
    }
  });
});

describe('the parts of papers', () => {
  it('strike an empty blank and underline a filled one', () => {
    expect(filled('')).toMatchObject({ text: '\u00a0\u00a0×\u00a0\u00a0', decoration: 'underline' });
    expect(filled(' 7 ')).toMatchObject({ text: '\u00a07\u00a0', decoration: 'underline' });
    expect(orStruck('  ')).toBe('×');
  });

  it('write amounts in figures and capitals, and what comes off in brackets', () => {
    expect(JSON.stringify(amountInBoth(yuan(50_000)))).toContain('¥50,000.00');
    expect(JSON.stringify(amountInBoth(yuan(50_000)))).toContain('伍万元整');
    expect(columnAmount(fen(-1_527_800))).toBe('(15,278.00)');
    expect([302_400, 50_000, 33_333].map(percentText)).toEqual(['30.24%', '5%', '3.33%']);
  });

  it('let the percentages of a payment plan add up to 100 %', () => {
    expect(sharesOf([yuan(50_000), fen(189_502_080), yuan(4_520_000)])).toEqual(['0.77%', '29.31%', '69.92%']);
    expect(sharesOf([yuan(1), yuan(1), yuan(1)])).toEqual(['33.34%', '33.33%', '33.33%']);
    expect(sharesOf([yuan(1)])).toEqual(['100%']);
  });

  it('give a wide fact of a party a row of its own', () => {
    const [table] = partiesTable([
      {
        role: '买受人',
        facts: [
          ['姓名', '周琳'],
          ['电话', '1'],
          ['地址', '路', 'wide'],
          ['代理人', ''],
        ],
      },
    ]);
    const body = (table as { table: { body: { text?: string }[][] } }).table.body;
    expect(body.map((row) => row.map((cell) => cell.text ?? ''))).toEqual([
      ['买受人', '姓名', '周琳', '电话', '1'],
      ['', '地址', '路', '', ''],
      ['', '代理人', '×', '', ''],
    ]);
  });

  it('read back their own page codes and no others', () => {
    const text = pageCodeText({ number: 'RG-2026-0018', version: 3, page: 2, hash });
    expect(text).toBe('ZY1/RG-2026-0018/3/2/9F3C27A1E4B0D5C2');
    expect(readPageCodeText(text)).toEqual({ number: 'RG-2026-0018', version: 3, page: 2, check: '9F3C27A1E4B0D5C2' });
    expect(readPageCodeText('https://example.org')).toBeUndefined();
    expect(checkText(hash)).toBe('9F3C-27A1');
  });
});
