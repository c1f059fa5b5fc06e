import { type Language, resources } from '#shared/i18n/index.ts';
import type { ErrorCode, ErrorParams, Refusal } from '#shared/kernel/errors.ts';
import { formatParameter } from './format.ts';

/** The sentences by language; a code without its sentence does not compile. */
const sentences: Record<Language, Readonly<Record<ErrorCode, string>>> = {
  'zh-CN': resources['zh-CN'].errors,
  en: resources.en.errors,
};

/** A parameter in a sentence. */
const parameter = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * The sentence of a refusal: what is wrong and what to do. Parameters are written by the unit in their names
 * (`amountFen`, `dueOn`, `expiresAt`, `ratePpm`); one that is missing is left out, with all of its `[[…]]` where the
 * sentence has such a part.
 */
export function errorSentence(code: ErrorCode, params: ErrorParams, language: Language): string {
  const sentence = sentences[language][code].replace(/\[\[(.*?)\]\]/g, (_match, part: string) =>
    [...part.matchAll(parameter)].every(([, name = '']) => name in params) ? part : '',
  );
  return sentence.replace(parameter, (_match, name: string) =>
    name in params ? formatParameter(name, params[name], language) : '',
  );
}

/** True for a code this program has a sentence for; what comes over the wire may be from another version. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(sentences.en, code);
}

/** The sentence of a refusal as data. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  return errorSentence(refusal.code, refusal.params ?? {}, language);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

/** Reads whatever a call threw as a refusal: a known code with its parameters, else INTERNAL. */
export function refusalOf(thrown: unknown): Refusal {
  const data = field(thrown, 'data');
  const code = [field(data, 'code'), field(thrown, 'code')].find((one) => typeof one === 'string' && isErrorCode(one));
  if (typeof code !== 'string' || !isErrorCode(code)) return { code: 'INTERNAL' };
  const raw = field(data, 'params') ?? field(thrown, 'params');
  if (typeof raw !== 'object' || raw === null) return { code };
  const params: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(raw))
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      params[name] = value;
  return { code, params };
}
