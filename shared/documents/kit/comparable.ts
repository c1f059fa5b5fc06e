/**
 * Signs that the office's typefaces draw with one shape, each before the one that is usual: hyphens and dots, and radicals
 * that come from texts copied out of PDFs. A page keeps one of them for all, whichever came first.
 */
const SAME_SHAPE = [
  '\u00ad\u002d\u2011\u002d\u2013\u2012\u2022\u00b7\u2027\u00b7\u2035\uff40\u2215\uff0f\u22ef\u2026\u301c\uff5e\u30fb\u00b7',
  '⺂乛⺃乚⺅亻⺉刂⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻁虎⻂衤⻃覀⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝',
  '⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⼾户壿墫⺲罒',
].join('');

const usual = new Map(
  Array.from(SAME_SHAPE).flatMap((sign, index, all) =>
    index % 2 === 0 ? [[sign, all[index + 1] ?? sign] as const] : [],
  ),
);

/** A text with the usual one of all signs of one shape, sign for sign. */
export function usualSigns(text: string): string {
  return Array.from(text, (sign) => usual.get(sign) ?? sign).join('');
}

/**
 * Signs as they are compared: without blanks and marks nobody sees, and one sign for what looks alike. Without hyphens: one
 * soft hyphen in the data has their shape, a page keeps it for all of them, and readers drop it.
 */
export function comparable(text: string): string {
  return usualSigns(text)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}-]/gu, '');
}
