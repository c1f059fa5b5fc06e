import { attachmentKinds } from '#shared/domain/attachments/kinds.ts';
import { type Language, resources } from '#shared/i18n/index.ts';
import type { Area } from '#shared/kernel/area.ts';
import {
  dateTimeOf,
  dayOf,
  daysBetween,
  isLocalDate,
  type LocalDate,
  timeOf,
  weekdayOf,
} from '#shared/kernel/local-date.ts';
import { type Fen, fen, formatYuan } from '#shared/kernel/money.ts';

/** U+2212, the minus of amounts: as wide as a digit, unlike the hyphen. */
export const MINUS = '−';

/** Amount in yuan with separators and two decimals, `1,234.50`; negatives with a true minus. */
export function formatMoney(amount: Fen): string {
  return formatYuan(amount).replace('-', MINUS);
}

/** An amount taken apart, so that its cents can step back: sign, whole yuan with separators, two digits of cents. */
export function moneyParts(amount: Fen): { sign: '' | typeof MINUS; whole: string; cents: string } {
  const [whole = '0', cents = '00'] = formatYuan(fen(Math.abs(amount))).split('.');
  return { sign: amount < 0 ? MINUS : '', whole, cents };
}

const formats = new Map<string, Intl.NumberFormat>();

/** A format with separators and so many decimals. Kept: making one costs more than all it will ever write on a screen. */
function decimalFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}

/** Amount in ten thousand yuan (万元) with one decimal, as figures and board cells show it: `211.3`. */
export function formatTenThousands(amount: Fen, decimals = 1): string {
  return decimalFormat(decimals, decimals)
    .format(amount / 1_000_000)
    .replace('-', MINUS);
}

/** Area in m² with separators and two decimals, `118.42`; the unit stands in the column's head. */
export function formatArea(size: Area): string {
  return squareMetres(size);
}

function squareMetres(size: number): string {
  return decimalFormat(2, 2)
    .format(size / 100)
    .replace('-', MINUS);
}

/** A whole number with separators. */
export function formatCount(count: number): string {
  return decimalFormat(0, 0).format(count).replace('-', MINUS);
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size of a file or a disk as systems write it, `4.2 GB`, `812 KB`: in steps of 1024. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
  const size = bytes / 1024 ** step;
  const decimals = step === 0 || size >= 100 ? 0 : 1;
  // One sign for the eye: a line does not end between the figure and its unit.
  return `${decimalFormat(0, decimals).format(size)}\u00a0${byteUnits[step] ?? 'B'}`;
}

/** A rate in parts per million as a percentage with as many decimals as it needs, at most four: `4.5 %`. */
export function formatPercent(ratePpm: number, minimumDecimals = 0): string {
  const text = decimalFormat(minimumDecimals, Math.max(4, minimumDecimals)).format(ratePpm / 10_000);
  return `${text.replace('-', MINUS)} %`;
}

/** A day as every screen writes it: `2026-11-23`. */
export function formatDate(day: LocalDate): string {
  return day;
}

/** A day near today without its year, `11-23`; a day of another year in full. */
export function formatDateShort(day: LocalDate, today: LocalDate): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** An instant (UTC ms) on the office's calendar and clock: `2026-11-23 10:42`. */
export function formatDateTime(at: number): string {
  return dateTimeOf(at);
}

/** An instant (UTC ms) near today: clock only on the same day, else `11-23 10:42`, else in full. */
export function formatDateTimeShort(at: number, today: LocalDate): string {
  const day = dayOf(at);
  return day === today ? timeOf(at) : `${formatDateShort(day, today)} ${timeOf(at)}`;
}

const weekdays = {
  'zh-CN': ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day in words for a title: `11 月 23 日 星期一`, `Monday, 23 November`. */
export function formatDayTitle(day: LocalDate, language: Language): string {
  const weekday = weekdays[language][weekdayOf(day) - 1] ?? '';
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  return language === 'zh-CN' ? `${month} 月 ${date} 日 ${weekday}` : `${weekday}, ${date} ${months[month - 1] ?? ''}`;
}

type CountedKey = 'inDays' | 'daysAgo' | 'daysLeft' | 'daysOver';

function counted(key: CountedKey, count: number, language: Language): string {
  const words = resources[language].common;
  const form = language === 'en' && count === 1 ? resources.en.common[`${key}_one`] : words[`${key}_other`];
  return form.replace('{{count}}', formatCount(count));
}

/** A day as seen from today: `today`, `in 3 days`, `2 days ago`. */
export function relativeDays(day: LocalDate, today: LocalDate, language: Language): string {
  const days = daysBetween(today, day);
  const words = resources[language].common;
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  return days > 0 ? counted('inDays', days, language) : counted('daysAgo', -days, language);
}

/** How a deadline stands: its tone for a signal, and the words (`余 4 天`, `逾 3 天`). */
export type DueSign = { readonly tone: 'seal' | 'amber' | 'plain'; readonly text: string };

/** A deadline is soon when it is no further away than this. */
export const SOON_DAYS = 7;

/** The sign of a deadline: red once it has passed, amber within `soonDays`, else plain. */
export function dueSign(dueOn: LocalDate, today: LocalDate, language: Language, soonDays = SOON_DAYS): DueSign {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { tone: 'seal', text: counted('daysOver', -days, language) };
  const text = days === 0 ? resources[language].common.today : counted('daysLeft', days, language);
  return { tone: days <= soonDays ? 'amber' : 'plain', text };
}

/** Time that is left, from milliseconds: `4:32`, `1:02:10`; never below `0:00`. Counts a begun second as a second. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Words in a row as each language writes them: `两房、车位`, `2 bed, parking`. */
export function joinWords(words: readonly string[], language: Language): string {
  return words.join(language === 'zh-CN' ? '、' : ', ');
}

/** A mobile number in its usual groups, `138 2360 6021`; masked ones and others stay as they are. */
export function formatPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

const collators = new Map<Language, Intl.Collator>();

/** Order of names: pinyin in Chinese and English alike, numbers by value (`2栋` before `10栋`). */
export function collator(language: Language): Intl.Collator {
  let found = collators.get(language);
  if (!found) {
    found = new Intl.Collator(language === 'zh-CN' ? 'zh-CN-u-co-pinyin' : ['en', 'zh-CN-u-co-pinyin'], {
      numeric: true,
    });
    collators.set(language, found);
  }
  return found;
}

/** Kinds of files with how many of each, as a refusal brings them: `proxy 1,identity 2`. */
function formatFiles(value: string, language: Language): string {
  const words = resources[language].attachments;
  const named = value.split(',').map((one) => {
    const [kind = '', count = ''] = one.split(' ');
    const known = attachmentKinds.find((name) => name === kind);
    const label = known === undefined ? kind : words.kinds[known];
    return words.missingOne_other.replace('{{kind}}', label).replace('{{count}}', count);
  });
  return joinWords(named, language);
}

/**
 * A parameter of a sentence, written by the unit its name ends in: `…Fen` as yuan, `…On` as a day, `…At` as date and
 * time, `…Ppm` as a percentage, `…Area` as m², `…Bytes` as a size, `lackingFiles` as kinds with their numbers. Other numbers with separators, everything else as it is.
 */
export function formatParameter(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return resources[language].common.none;
  if (typeof value === 'number') {
    if (/(^f|F)en$/.test(name) && Number.isSafeInteger(value)) return formatMoney(fen(value));
    if (/(^a|A)t$/.test(name)) return formatDateTime(value);
    if (/(^p|P)pm$/.test(name)) return formatPercent(value);
    if (/(^b|B)ytes$/.test(name)) return formatBytes(value);
    if (/(^a|A)rea$/.test(name)) return `${squareMetres(value)} m²`;
    // A port is a name made of digits.
    if (/(^p|P)ort$/.test(name)) return String(value);
    return Number.isInteger(value) ? formatCount(value) : String(value);
  }
  if (typeof value === 'string' && /(^o|O)n$/.test(name) && isLocalDate(value)) return formatDate(value);
  if (typeof value === 'string' && name === 'lackingFiles') return formatFiles(value, language);
  if (typeof value === 'boolean') return value ? resources[language].common.yes : resources[language].common.no;
  return String(value);
}
