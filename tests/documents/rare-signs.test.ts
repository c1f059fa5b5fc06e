import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { checkPaper, documentKinds, type PaperRequest } from '#shared/documents/index.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { testRenderer } from '../support/fonts.ts';
import { canReadPapers, textOfPaper } from '../support/paper-text.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

/** Signs of real names: two of the usual faces, one that is in extension B alone, one in F that sorts behind them. */
const rare = '𠮷䶮𬱖㛃𭁈';
/** Unicode has given this place to nobody. */
const unassigned = '\u{323b0}';

const { sample } = documentKinds.subscriptionBook;
const order = { kind: 'subscriptionBook', number: 'RG-2026-0018', version: 1 } as const;
const named = (name: string) => ({
  ...sample,
  buyers: sample.buyers.map((one, index) => (index === 0 ? { ...one, name } : one)),
});

type Place = readonly (string | number)[];

/** Places of the texts in some data. */
function textsOf(value: unknown, place: Place = []): Place[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [place] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...place, key]));
}

function withSign(data: unknown, place: Place, sign: string): unknown {
  const copy = structuredClone(data);
  const last = place.at(-1);
  const parent = place.slice(0, -1).reduce((node: unknown, key) => (node as Record<string, unknown>)[key], copy);
  const texts = parent as Record<string, string>;
  if (last !== undefined) texts[last] = `${texts[last]}${sign}`;
  return copy;
}

/** The data with a sign behind every text that may be any text. */
function signedAll(request: PaperRequest, sign: string): { data: unknown; count: number } {
  let data = request.data;
  let count = 0;
  for (const place of textsOf(data)) {
    const changed = withSign(data, place, sign);
    try {
      checkPaper({ ...request, data: changed });
      data = changed;
      count += 1;
    } catch {
      // A word of a list, or one that stands in two places.
    }
  }
  return { data, count };
}

describe('a sign that the typefaces lack', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('is set in the face of rare signs and reads as the sign that it is', async () => {
    const data = named(`龙${rare}`);
    const { bytes } = await port.render({ ...order, data });
    const pages = await readBack(bytes);
    expect(pages.map((page) => page.bare).join('')).toContain(`龙${rare}`);
    expect(checkPaper({ kind: order.kind, data }).differences(order.number, pages)).toEqual([]);
  });

  it.skipIf(!canReadPapers)('reads the same with a program that is not ours', async () => {
    const { bytes } = await port.render({ ...order, data: named(`龙${rare}`) });
    expect(textOfPaper(bytes).replace(/\s/gu, '')).toContain(`龙${rare}`);
  });

  it('is asked before a paper takes its number, and refused only where no face has it', async () => {
    expect(await port.missingSigns(['周琳', rare, `某${unassigned}`])).toEqual([unassigned]);
    await expect(port.render({ ...order, data: named(`某${unassigned}`) })).rejects.toMatchObject({
      code: 'GLYPH_MISSING',
      params: { signs: unassigned },
    });
  });

  it('is set in the name of whoever prints a copy; one that nobody has is marked, never a box', async () => {
    const { bytes } = await port.render({ ...order, data: sample });
    const print = { firstCopy: 1, copies: 1, of: 4, reprint: 0, duplex: false, bytes };
    const at = instantOf(localDate('2026-11-16'), 10 * 60 + 32);
    const stamped = await port.stamp({ ...print, at, operator: `蒋𠮷梅${unassigned}` });
    expect(await bareText(stamped.bytes, 1)).toContain('第1份/共4份2026-11-1610:32蒋𠮷梅〓');
  });

  it.each(Object.values(documentKinds))(
    'is printed wherever it stands on $title',
    async ({ kind, sample: own, papers }) => {
      const { data, count } = signedAll({ kind, data: own }, '𠮷');
      expect(count).toBeGreaterThan(0);
      const { bytes } = await port.render({ kind, data, number: 'X-2026-0001', version: 1, paper: papers[0] });
      expect(await bareText(bytes)).toContain('𠮷');
    },
  );
});
