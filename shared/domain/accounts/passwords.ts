import type { Refusal } from '#shared/kernel/errors.ts';
import { commonPasswords } from './common-passwords.ts';
import { isLongEnough, LEAST_PASSWORD } from './login.ts';

/** Words that a guesser tries in any sales office beside its own names (ASVS 6.2.11). */
const officeWords = [
  ...['zhiye', 'zhiyetai', 'zhiyedesk', 'desk', 'sales', 'office', 'house', 'admin', 'administrator', 'manager'],
  ...['password', 'passw0rd', 'mima', 'shoulou', 'loupan', 'anchang', 'fangchan', 'dichan'],
  ...['置业台', '置业', '案场', '售楼部', '楼盘', '密码', '管理员'],
];

/** Fewer letters than this beside words that everybody here knows are nothing to guess. */
const LEAST_OWN_LETTERS = 3;
/** A word of one sign is in every sentence. */
const LEAST_WORD = 2;

/**
 * Why a password is not taken, or undefined. `words` are names that everybody in the office knows: of the person, the
 * office, the company, the project. Length counts, odd characters are not asked for (NIST SP 800-63B).
 */
export function passwordRefusal(
  password: string,
  { loginName, words }: { readonly loginName: string; readonly words: readonly string[] },
): Refusal | undefined {
  if (!isLongEnough(password, loginName)) return { code: 'PASSWORD_WEAK', params: { least: LEAST_PASSWORD } };
  if (commonPasswords.has(password.toLowerCase()) || new Set(password).size < LEAST_OWN_LETTERS)
    return { code: 'PASSWORD_COMMON' };
  const known = [loginName, ...words, ...officeWords].map((word) => word.trim().toLowerCase());
  if (isMadeOf(password.toLowerCase(), known)) return { code: 'PASSWORD_KNOWN_WORDS' };
  return undefined;
}

/** True when nothing but digits and signs is left beside some of the words. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const longestFirst = words.filter((word) => [...word].length >= LEAST_WORD).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), password);
  return rest !== password && [...rest].filter((sign) => /\p{L}/u.test(sign)).length < LEAST_OWN_LETTERS;
}
