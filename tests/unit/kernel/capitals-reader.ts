const digits = '零壹贰叁肆伍陆柒捌玖';
const units = new Map([
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);

/** Whole number of a text in capitals; sections end with 亿 and 万. */
function readWhole(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = units.get(sign);
    if (unit !== undefined) {
      section += digit * unit;
      digit = 0;
    } else if (sign === '万' || sign === '亿') {
      total += (section + digit) * (sign === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = 0;
    } else if (digits.includes(sign)) digit = digits.indexOf(sign);
    else throw new Error(`Not a capital: ${sign}`);
  }
  return total + section + digit;
}

/** Reads capitals back to fen, by the rules of the form and not by those of the library that wrote them. */
export function readCapitals(text: string): number {
  const match = text.match(/^(负?)(?:(.+?)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/u);
  if (match === null) throw new Error(`Not capitals: ${text}`);
  const [, minus, whole = '零', tenths = '零', hundredths = '零'] = match;
  const amount = readWhole(whole) * 100 + digits.indexOf(tenths) * 10 + digits.indexOf(hundredths);
  return minus === '负' ? -amount : amount;
}
