import type { Content } from 'pdfmake';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBack } from '#electron/workers/read-back.ts';
import { checkPaper, documentKinds } from '#shared/documents/index.ts';
import type { Definition } from '#shared/documents/kit/definition.ts';
import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { equalShares } from '#shared/domain/subscriptions/buyers.ts';
import { contractBuyer, contractDraft } from '../support/contract-builders.ts';
import { plainMarks, typesetter } from '../support/typeset.ts';
import { longFolder } from './folders.ts';
import { bodyLines, isHead } from './texts.ts';

/** More than a page of lines: the places to sign meet the foot of a page at every height. */
const LINES = 48;

type Node = { readonly style?: string; readonly pageBreak?: string };

/** The end of a paper from the head of its last article on, without annexes, behind so many lines. */
function endBehind(built: Definition, lines: number): Definition {
  const content = [built.content].flat() as (Content & Node)[];
  const signed = content.findIndex((node) => JSON.stringify(node).includes('签名并按指印'));
  const from = content.findLastIndex(({ style }, index) => index < signed && style === 'article');
  const annex = content.findIndex(({ pageBreak }, index) => index > signed && pageBreak === 'before');
  const before: Content[] = Array.from({ length: lines }, (_, index) => ({
    text: `前文第 ${index + 1} 行。`,
    style: 'paragraph',
  }));
  return { ...built, content: [...before, ...content.slice(from, annex < 0 ? content.length : annex)] };
}

const manyBuyers = contractDraft({
  buyers: equalShares(10).map((sharePpm, index) => contractBuyer({ name: `欧阳${index + 1}`, sharePpm })),
});

const papers: readonly (readonly [title: string, kind: DocumentKindName, data: unknown])[] = [
  ['a contract', 'saleContract', saleContractSample],
  ['a contract of ten buyers', 'saleContract', { ...saleContractSample, draft: manyBuyers }],
  ['a subscription', 'subscriptionBook', documentKinds.subscriptionBook.sample],
  ['a supplementary agreement', 'supplementAgreement', documentKinds.supplementAgreement.sample],
  ['a termination agreement', 'terminationAgreement', documentKinds.terminationAgreement.sample],
];

describe('The places to sign', () => {
  let typeset: (definition: Definition) => Promise<Uint8Array>;
  beforeAll(() => {
    typeset = typesetter(longFolder());
  });

  it.each(papers)(
    'of %s stand together under words of what is signed, wherever the page ends',
    { timeout: 120_000 },
    async (_title, kind, data) => {
      const checked = checkPaper({ kind, data: structuredClone(data) });
      const wrong: string[] = [];
      for (let lines = 0; lines < LINES; lines += 1) {
        const pages = await readBack(await typeset(endBehind(checked.build(plainMarks), lines)));
        const signed = pages.filter(({ bare }) => /签名并按指印|请买受人亲笔抄写|签订地点：|日期：年月日/u.test(bare));
        const [page] = signed;
        const before = page?.bare.split('请买受人亲笔抄写')[0] ?? '';
        const bodies = pages.map(bodyLines);
        if (!bodies.flat().some(isHead)) wrong.push(`${lines}: no head`);
        if (bodies.some((body) => isHead(body.at(-1) ?? ''))) wrong.push(`${lines}: the head alone`);
        if (signed.length !== 1) wrong.push(`${lines}: on ${signed.length} pages`);
        if (!/[。；]/u.test(before)) wrong.push(`${lines}: nothing above`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('of an agent whom a contract does not name has no line to sign on', () => {
    /** The names of the places over whose rule nobody else signs. */
    const ruled = (agent: string): string[] => {
      const { seller } = saleContractSample.draft;
      const draft = { ...saleContractSample.draft, seller: { ...seller, agent } };
      const built = checkPaper({ kind: 'saleContract', data: { ...saleContractSample, draft } }).build(plainMarks);
      const found: string[] = [];
      JSON.stringify(built.content, (_key, node: unknown) => {
        const row = (node as { table?: { body?: { text?: string; border?: boolean[] }[][] } } | null)?.table?.body?.[0];
        const asks = row?.[0]?.text;
        if (typeof asks === 'string' && row?.at(-1)?.border?.[3] === true) found.push(asks);
        return node;
      });
      return found;
    };
    expect(ruled('何静')).toContain('委托代理人 何静：');
    expect(ruled('').filter((asks) => asks.includes('委托代理人'))).toEqual([]);
    expect(ruled('').some((asks) => asks.startsWith('法定代表人'))).toBe(true);
  });
});
