import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper, documentKindOf, documentKinds } from '#shared/documents/index.ts';
import { comparable } from '#shared/documents/kit/comparable.ts';
import { absentBlanks, type ExpectedBlank, type PageFrame } from '#shared/documents/kit/expected.ts';
import type { PaperName } from '#shared/documents/kit/paper.ts';
import type { PageText } from '#shared/documents/rendering.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** A kind whose data may be changed at any place, whether or not they still agree with themselves. */
type AnyKind = {
  readonly expected: (data: unknown, number: string, paper: PaperName) => readonly ExpectedBlank[];
  readonly frame?: (data: unknown) => PageFrame;
};

/** Every value of the data with the way to it. */
function leavesOf(value: Json, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one as Json, [...way, key]));
}

/** The data with another value at a place. */
function changedAt(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined) return changed(value);
  if (Array.isArray(value))
    return value.map((one: Json, index) => (String(index) === key ? changedAt(one, rest) : one));
  if (typeof value !== 'object' || value === null) throw new Error('no such place');
  return { ...value, [key]: changedAt((value as Readonly<Record<string, Json>>)[key] ?? null, rest) };
}

/** Another of its kind for values that are one of a few. */
const others: Readonly<Record<string, string>> = {
  deposit: 'firstPayment',
  firstPayment: 'balance',
  commercialLoan: 'providentLoan',
  providentLoan: 'commercialLoan',
  balance: 'firstPayment',
  mortgage: 'lumpSum',
  lumpSum: 'mortgage',
  combined: 'lumpSum',
  card: 'cash',
  identityCard: 'passport',
  home: 'shop',
  innerArea: 'builtArea',
  first: 'second',
  deedTax: 'registration',
  maintenanceFund: 'registration',
  registration: 'propertyFee',
  propertyFee: 'deedTax',
  list: 'reduction',
  reduction: 'addOn',
  percent: 'addOn',
};

function changed(value: Json): Json {
  if (typeof value === 'number') return value + 100_000;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return '另有';
  if (isLocalDate(value)) return value.startsWith('2031') ? '2032-01-05' : '2031-01-05';
  return others[value] ?? `${value}另`;
}

/** Places that the paper does not print: what is reckoned with, and what stands there in another value. */
const unprinted: Readonly<Record<string, readonly RegExp[]>> = {
  purchasePlan: [
    /^reckoning\.(listPrice|belowListPpm)$/,
    /^reckoning\.lines\.(0\.amount|[01]\.ratePpm)$/,
    /\.(planKind|planCode|loanYears|position|inPrice|principal)$/,
    /^reckoning\.ways\.(0\.repayment|1\.loans\.0\.kind|2\.loans\.1\.months)$/,
    /^reckoning\.fees\.(0\.perSquareMetre|[02]\.months)$/,
  ],
  // Only a company has a representative; these buyers are persons.
  subscriptionBook: [/^price\.lines\.(0\.amount|[01]\.ratePpm)$/, /^buyers\.\d\.representative$/],
};

/** What a typeface tells of its shapes. */
type Shapes = {
  readonly characterSet: readonly number[];
  glyphForCodePoint(code: number): { readonly id: number };
};

/** Signs that a name, an address or a clause may have: punctuation, radicals, Chinese; no ornaments, no rare extensions. */
function isInUse(code: number): boolean {
  return (
    code < 0x2460 ||
    (code > 0x2e80 && code < 0x3400) ||
    (code >= 0x4e00 && code < 0xa000) ||
    (code > 0xff00 && code < 0x10000)
  );
}

const number = 'XX-2026-0301';

describe('A finished paper, read back', () => {
  let port: RenderPort;
  const made = new Map<string, readonly PageText[]>();
  beforeAll(async () => {
    port = testRenderer(longFolder());
    for (const { kind, sample, papers } of Object.values(documentKinds))
      for (const paper of papers) {
        const { bytes } = await port.render({ kind, data: sample, number, version: 1, paper });
        made.set(`${kind}.${paper}`, await port.readBack(bytes));
      }
  }, 180_000);
  afterAll(() => port.close());

  const cases = Object.values(documentKinds).flatMap(({ kind, papers }) =>
    papers.map((paper) => [kind, paper] as const),
  );

  it.each(cases)('says what its data say: %s on %s', (kind, paper) => {
    const pages = made.get(`${kind}.${paper}`) ?? [];
    expect(checkPaper({ kind, data: documentKindOf(kind).sample, paper }).differences(number, pages)).toEqual([]);
  });

  it('says so too where it goes over many pages, and where nearly every blank is struck', async () => {
    const book = documentKinds.subscriptionBook.sample;
    const [buyer] = book.buyers;
    const many = Array.from({ length: 10 }, (_, index) => ({
      ...buyer,
      name: `周琳${index}`,
      sharePpm: 100_000,
      agent: `代理人${index}`,
    }));
    const [first] = book.plan.lines;
    const rest = { item: 'instalment', amount: 1_462_522_00 / 100, dueOn: '2027-01-05', inPrice: true };
    const long = {
      ...book,
      buyers: many,
      plan: { kind: 'instalment', lines: [first, ...Array.from({ length: 100 }, () => rest)] },
    };
    const bare = {
      ...book,
      seller: { ...book.seller, creditCode: '', address: '', phone: '', representative: '', qualification: '' },
      unit: { ...book.unit, houseType: '', innerArea: null, sharedArea: null, deliveryOn: null, surveyor: '' },
      price: { ...book.price, basis: 'perSet', unitPrice: null },
      deposit: { ...book.deposit, bank: '', account: '' },
      annexes: [],
      complaintPhone: '',
    };
    const receipt = documentKinds.depositReceipt.sample;
    const [line] = receipt.lines;
    const full = {
      ...receipt,
      item: 'instalment',
      payers: many.map(({ name }) => name),
      lines: [line, line, line, line],
      remark: '分四笔转入，合并开具一张收据，原件已核对。',
    };
    const papers = [
      ['subscriptionBook', long],
      ['subscriptionBook', bare],
      ['depositReceipt', full],
    ] as const;
    for (const [kind, data] of papers) {
      const { bytes } = await port.render({ kind, data, number, version: 1 });
      expect(checkPaper({ kind, data }).differences(number, await port.readBack(bytes))).toEqual([]);
    }
  });

  it('takes signs of one shape for one, whichever of them the page keeps', async () => {
    const receipt = documentKinds.depositReceipt.sample;
    const data = {
      ...receipt,
      payers: ['⻢明', '马亮', '阿依古丽•买买提', '阿依古丽·买买提'],
      unit: '3\u2011号楼 2\u00ad单元 1702 室',
      reference: '0618-0001',
      remark: '⼾口簿、户主',
    };
    const { bytes } = await port.render({ kind: 'depositReceipt', data, number, version: 1 });
    expect(checkPaper({ kind: 'depositReceipt', data }).differences(number, await port.readBack(bytes))).toEqual([]);
    const book = documentKinds.subscriptionBook.sample;
    const copied = { ...book, seller: { ...book.seller, address: '⻓江路 18\u00ad1 号' }, maker: '⻩雪梅' };
    const made = await port.render({ kind: 'subscriptionBook', data: copied, number, version: 1 });
    const pages = await port.readBack(made.bytes);
    expect(checkPaper({ kind: 'subscriptionBook', data: copied }).differences(number, pages)).toEqual([]);
  });

  it.each(['NotoSerifSC', 'NotoSansSC'])('knows every sign in use that %s draws as another', (family) => {
    const [file = ''] = readdirSync(longFolder()).filter((one) => one.startsWith(`${family}_400`));
    const font = create(readFileSync(path.join(longFolder(), file))) as unknown as Shapes;
    const shapes = new Map<number, string[]>();
    for (const code of font.characterSet.filter(isInUse)) {
      const { id } = font.glyphForCodePoint(code);
      shapes.set(id, [...(shapes.get(id) ?? []), String.fromCodePoint(code)]);
    }
    shapes.delete(0);
    const differing = [...shapes.values()].filter((signs) => new Set(signs.map(comparable)).size > 1);
    expect(differing).toEqual([]);
  });

  it('is refused where a part of a receipt, or a page, is not of it', () => {
    const receipt = made.get('depositReceipt.a5') ?? [];
    const of = (kind: 'depositReceipt' | 'netSigningSheet', pages: readonly PageText[], paper?: 'a5') =>
      checkPaper({ kind, data: documentKinds[kind].sample, paper }).differences(number, pages);
    const other = receipt.map((page, index) =>
      index < 2 ? page : { ...page, bare: page.bare.replace('周琳', '周林') },
    );
    expect(of('depositReceipt', other, 'a5')).toEqual(['交款人']);
    const sheet = made.get('netSigningSheet.a4') ?? [];
    expect(of('netSigningSheet', sheet.toReversed())).toContain('页脚');
    const swapped = sheet.map((page) => ({
      ...page,
      bare: page.bare
        .replace('999999198803120028', '#')
        .replace('999999198607050018', '999999198803120028')
        .replace('#', '999999198607050018'),
    }));
    expect(of('netSigningSheet', swapped)).toEqual(['三、买受人之一', '三、买受人之二']);
  });

  it.each(['purchasePlan', 'subscriptionBook', 'depositReceipt'] as const)(
    'is refused for every value of its data that it does not say: %s',
    (name) => {
      const { sample, papers } = documentKinds[name];
      const kind = documentKinds[name] as unknown as AnyKind;
      const pages = made.get(`${name}.${papers[0]}`) ?? [];
      const passed = leavesOf(sample as Json).filter((way) => {
        const data = changedAt(sample as Json, way);
        const frame = kind.frame?.(data);
        const absent = absentBlanks(pages, kind.expected(data, number, papers[0]), frame);
        const foot = frame === undefined || pages.every(({ bare }) => bare.includes(frame.foot.replace(/\s/gu, '')));
        return absent.length === 0 && foot;
      });
      const seen = passed.map((way) => way.join('.'));
      expect(seen.filter((way) => !unprinted[name]?.some((one) => one.test(way)))).toEqual([]);
    },
  );
});
