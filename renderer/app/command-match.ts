import { pinyinOf } from '#shared/kernel/pinyin.ts';

/** True when a command is meant by what was typed: part of its words, of their pinyin, or of its initials. */
export function meansCommand(words: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (words.toLowerCase().includes(wanted)) return true;
  const letters = wanted.replaceAll(/\s/g, '');
  const { full, initials } = pinyinOf(words, 'thing');
  return full.includes(letters) || initials.includes(letters);
}
