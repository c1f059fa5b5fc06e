import { STRUCK } from '../kit/blanks.ts';
import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import type { SaleContractData } from '../sale-contract/data.ts';
import { netSigningSheetEdition, sheetHead } from './definition.ts';
import { sheetScreens } from './order.ts';

/** What stands on every page of the sheet. */
export function frameOfSheet({ draft, text, maker }: SaleContractData): PageFrame {
  return {
    head: `网签录入单本公司文本${netSigningSheetEdition}`,
    foot: `${draft.project.name}案场制单${maker}`,
    repeated: [sheetHead],
    titles: sheetScreens(text, draft).map(({ title }) => title),
  };
}

/** Everything that the finished sheet must say: every line to enter as it is numbered, and each screen as a whole. */
export function expectedOnSheet({ draft, text }: SaleContractData, number: string): ExpectedBlank[] {
  return [
    { name: '合同编号', words: `合同${number}认购书${draft.subscription.number}本单供` },
    ...sheetScreens(text, draft).flatMap(({ title, lines }): ExpectedBlank[] => {
      const rows = lines.map(([asks, answer], index) => ({
        name: asks,
        words: `${index + 1}${asks}${answer === '' ? STRUCK : answer}□`,
      }));
      return [...rows, { name: title, words: `${title}${rows.map(({ words }) => words).join('')}` }];
    }),
  ];
}
