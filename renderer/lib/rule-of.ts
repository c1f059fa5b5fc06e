import { articleOf } from '#shared/domain/settings/articles.ts';
import type { Language } from '#shared/i18n/index.ts';
import type { Refusal } from '#shared/kernel/errors.ts';

/** The article of law or contract that a refusal rests on, as one cites it; undefined where none is named. */
export function citationOf({ params }: Refusal, language: Language): string | undefined {
  const article = articleOf(params);
  return language === 'en' ? article?.en : article?.zh;
}
