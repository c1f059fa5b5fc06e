import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listReader } from '#electron/server/imports/list-reader.ts';
import { unsealed } from '#electron/server/kernel/sealed.ts';
import { readSheets } from '#electron/workers/read-sheets.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { readingWorker } from '#tests/support/office.ts';
import { xlsFile } from '#tests/support/xls.ts';

const heading = ['楼栋', '单元', '楼层', '房号', '建筑面积', '套内面积', '单价', '总价'];
const rows = [
  ['3栋', '1单元', 31, '01', 100, 80, 10_000, 1_000_000],
  ['3栋', '1单元', -1, 'B1-02', 90.5, 70, 10_000, 905_000],
];
const text = [heading, ...rows].map((row) => row.join(',')).join('\r\n');

describe('A price list in any dress', () => {
  const bom = (bytes: readonly number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest]);
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', bom([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['GBK', iconv.encode(text, 'gbk')],
    ['UTF-16, little end first', bom([0xff, 0xfe], Buffer.from(text, 'utf16le'))],
    ['UTF-16, big end first', bom([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16())],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['XLS', xlsFile('房源', [heading, ...rows])],
  ])('%s is the same list', async (_dress, bytes) => {
    const [sheet] = await readSheets('list', bytes);
    const { units, problems } = readPriceList(sheet?.rows ?? []);
    expect(problems).toEqual([]);
    expect(units).toMatchObject([
      { building: '3栋', floor: 31, roomNo: '01', builtArea: 10_000, total: 100_000_000 },
      { floor: -1, roomNo: 'B1-02', builtArea: 9050, total: 90_500_000 },
    ]);
  });

  it('XLSX with a title, merged buildings, a hidden sheet and a row of sums is the same list', async () => {
    const cells = [['一房一价表', ...Array(7).fill(null)], heading, rows[0] ?? [], [null, ...(rows[1] ?? []).slice(1)]];
    const book = await writeXlsx({
      sheets: [
        { name: '旧价', rows: [heading, ['9栋', '1', 1, '01', 1, 1, 1, 1]], hidden: true },
        {
          name: '房源',
          rows: [...cells, ['合计', null, null, null, 190.5, null, null, 1_905_000]],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 7 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
          ],
        },
      ],
    });
    const sheets = await readSheets('list.xlsx', book);
    expect(sheets.map(({ name }) => name)).toEqual(['房源']);
    const { units, problems } = readPriceList(sheets[0]?.rows ?? []);
    expect(problems).toEqual([]);
    expect(units.map(({ building, total }) => [building, total])).toEqual([
      ['3栋', 100_000_000],
      ['3栋', 90_500_000],
    ]);
  });
});

describe('A file that means harm or is none', () => {
  const refused = async (bytes: Uint8Array) => {
    const began = performance.now();
    const refusal = await readSheets('list.xlsx', bytes).then(
      () => 'read',
      (error: unknown) => String(Reflect.get(Object(error), 'code')),
    );
    return { refusal, seconds: (performance.now() - began) / 1000 };
  };

  it('that expands without end is refused before it has', async () => {
    const zeros = new Uint8Array(48 * 1024 * 1024);
    const bomb = zipSync(Object.fromEntries([1, 2, 3, 4].map((index) => [`xl/${index}.xml`, zeros])));
    expect(bomb.length).toBeLessThan(1_000_000);
    const { refusal, seconds } = await refused(bomb);
    expect(refusal).toBe('IMPORT_FILE_HUGE');
    expect(seconds).toBeLessThan(10);
  });

  it('that lies about its size is measured all the same', async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const head = Buffer.alloc(30);
    head.write('PK\u0003\u0004', 'latin1');
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(100, 22);
    head.writeUInt16LE(1, 26);
    expect((await refused(Buffer.concat([head, Buffer.from('a'), packed]))).refusal).toBe('IMPORT_FILE_HUGE');
  });

  it.each([
    ['a million columns', Buffer.from(Array.from({ length: 1_000_000 }, (_unused, index) => index).join(','))],
    ['too many rows', Buffer.from('3栋,1,31\n'.repeat(60_000))],
    ['more cells than any list', Buffer.from(`${','.repeat(399)}a\n`.repeat(20_000))],
  ])('with %s is refused', async (_what, bytes) => {
    const { refusal, seconds } = await refused(bytes);
    expect(refusal).toBe('IMPORT_FILE_HUGE');
    expect(seconds).toBeLessThan(10);
  });

  it('whose merged cells cover each other without end is refused', async () => {
    const merges = Array.from({ length: 2_000 }, () => ({ startRow: 0, startCol: 0, endRow: 99, endCol: 99 }));
    const wide = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '01'));
    const { refusal } = await refused(await writeXlsx({ sheets: [{ name: 'a', rows: wide, merges }] }));
    expect(refusal).toBe('IMPORT_FILE_HUGE');
  });

  it('that places one cell at the far corner of a sheet costs no more than its cells', async () => {
    const cells = new Map([['5,16000', { value: 'x' }]]);
    const book = await writeXlsx({ sheets: [{ name: 'a', rows: [heading, ...rows], cells }] });
    expect((await refused(book)).refusal).toBe('IMPORT_FILE_HUGE');
  });

  it.each([
    ['a zip that is no workbook', zipSync({ 'readme.txt': new TextEncoder().encode('nothing') })],
    ['half a workbook', Buffer.from('504b03041400', 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a program', Buffer.from('7f454c4602010100000000000000', 'hex')],
    ['an old workbook cut off', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['an old workbook cut off later', xlsFile('a', [heading, ...rows]).subarray(0, 3_000)],
    ['a web page under the name of a spreadsheet', Buffer.from('<html><table><tr><td>楼栋</td></tr></table></html>')],
    ['a spreadsheet of 2003 as XML', Buffer.from('<?xml version="1.0"?><Workbook></Workbook>')],
    ['a printed page', Buffer.from('%PDF-1.7\n1 0 obj')],
  ])('that is %s ends in words', async (_what, bytes) => {
    expect((await refused(bytes)).refusal).toMatch(/^IMPORT_FILE_(?:UNKNOWN|DAMAGED)$/);
  });

  it('that asks for a password says so', async () => {
    const packed = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    packed.write('EncryptedPackage', 600, 'utf16le');
    expect((await refused(packed)).refusal).toBe('IMPORT_FILE_PROTECTED');
  });

  it('with formulas and names of objects is read as text', async () => {
    const [sheet] = await readSheets('evil.csv', Buffer.from('__proto__,constructor\n"=cmd|\' /C calc\'!A0",1\n'));
    expect(sheet?.rows[0]).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('with one endless cell keeps its beginning', async () => {
    const began = performance.now();
    const [sheet] = await readSheets('long.csv', Buffer.from(`${'('.repeat(5_000_000)},楼栋,房号,建筑面积\n`));
    expect(sheet?.rows[0]?.map((cell) => cell.length)).toEqual([300, 2, 2, 4]);
    readPriceList(sheet?.rows ?? []);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('with quotes that never close ends soon', async () => {
    const { refusal, seconds } = await refused(Buffer.from('"a,\n'.repeat(40_000)));
    expect(refusal).toMatch(/read|IMPORT_FILE_HUGE/);
    expect(seconds).toBeLessThan(10);
  });

  it('that takes too long is given up, and the next file is read', async () => {
    const reader = listReader({ worker: readingWorker, timeoutMs: 1 });
    onTestFinished(() => reader.close());
    const order = { name: 'a.csv', bytes: Buffer.from(text), sheet: null, mapping: null };
    await expect(reader.read(order)).rejects.toMatchObject({ code: 'IMPORT_FILE_SLOW' });
    const patient = listReader({ worker: readingWorker });
    onTestFinished(() => patient.close());
    const answers = await Promise.allSettled([
      patient.read({ ...order, bytes: Buffer.alloc(0) }),
      patient.read(order),
      patient.read({ ...order, sheet: 7 }),
    ]);
    expect(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? unsealed(answer.value).list.units.length : answer.reason.code,
      ),
    ).toEqual(['IMPORT_FILE_EMPTY', 2, 'IMPORT_NO_ROWS']);
  });

  it('keeps the office answering while a large list is read', async () => {
    const many = Array.from({ length: 8_000 }, (_unused, at) => [
      '3栋',
      '1',
      Math.floor(at / 8),
      at % 8,
      100,
      80,
      1,
      100,
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [heading, ...many] }] });
    const reader = listReader({ worker: readingWorker });
    onTestFinished(() => reader.close());
    await reader.read({ name: 'warm.csv', bytes: Buffer.from(text), sheet: null, mapping: null });
    const waits: number[] = [];
    let last = performance.now();
    const pulse = setInterval(() => {
      waits.push(performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const told: number[] = [];
    const packed = await reader.read({ name: 'a.xlsx', bytes, sheet: null, mapping: null }, ({ done, of }) => {
      expect(of).toBe(8_001);
      told.push(done);
    });
    const { list } = unsealed(packed);
    clearInterval(pulse);
    // It says how far it is, from the first row on and never back.
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBeGreaterThan(7_000);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    const whole = performance.now() - began;
    expect(list.units).toHaveLength(8_000);
    // The office was held up only while the answer came over, a small part of the time.
    expect(Math.max(...waits)).toBeLessThan(whole / 2);
  });
});
