import type { AuthoredArticle } from '../authoring.ts';
import { type AuthoredText, keyedText, rewritten } from '../book.ts';
import { authoredExistingHome } from '../existing-home/text.ts';
import type { ContractForm } from '../forms.ts';
import { otherUseArticles } from '../other-use.ts';
import { authoredPresaleHome } from '../presale-home/text.ts';
import {
  builtPromises,
  designChangeOfSpace,
  differenceOfSpace,
  measuredSpace,
  plannedPromises,
  plannedSpace,
  spaceArticles,
} from './articles.ts';

const words = [
  { word: '车位', meaning: '规划用于停放一辆汽车、界限明确、能够单独登记的空间。' },
  { word: '净高', meaning: '车位地面面层至梁底、管线底或者其他障碍物最低处的垂直距离。' },
] as const;

const titles = { drawings: '车位平面图', fitOut: '关于设备及其标准的约定' } as const;

function parking(home: AuthoredText, form: ContractForm, title: string, own: readonly AuthoredArticle[]) {
  return keyedText({
    ...home,
    form,
    title,
    glossary: [...words, ...home.glossary.filter(({ word }) => word !== '分割拆零销售')],
    chapters: rewritten(home.chapters, [...otherUseArticles(home.chapters), ...spaceArticles, ...own]),
    annexes: home.annexes.map((one) => ({ ...one, title: titles[one.key as keyof typeof titles] ?? one.title })),
  });
}

/** The contract of a space for a car that is still being built. */
export const presaleParking = parking(authoredPresaleHome, 'presaleParking', '车位买卖合同（预售）', [
  plannedSpace,
  differenceOfSpace,
  designChangeOfSpace(authoredPresaleHome.chapters),
  plannedPromises,
]);

/** The contract of a space for a car that stands. */
export const existingParking = parking(authoredExistingHome, 'existingParking', '车位买卖合同（现售）', [
  measuredSpace,
  builtPromises,
]);
