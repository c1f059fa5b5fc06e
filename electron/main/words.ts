import { type Language, resources } from '#shared/i18n/index.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** The words of the main process. */
export function words(language: Language): Readonly<Record<keyof (typeof resources)['zh-CN']['menu'], string>> {
  return resources[language].menu;
}

/** The sentence of a refusal at start-up, before there is a page to say it; anything else is a bug. */
export function startSentence(error: unknown, language: Language): string {
  if (!(error instanceof DomainError)) return words(language).unknownFailure;
  const sentences: Readonly<Record<string, string>> = resources[language].errors;
  const sentence = sentences[error.code] ?? words(language).unknownFailure;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(error.params[name] ?? ''));
}
