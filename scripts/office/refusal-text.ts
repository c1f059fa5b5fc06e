import { type Language, resources } from '#shared/i18n/index.ts';

/** A refusal on a terminal: its code, its sentence, what the sentence mentions. */
export type RefusalText = { refused: string; message: string; params?: object };

/** A refusal of the office, thrown here or carried by the client, with its sentence; anything else by its message. */
export function refusalText(error: unknown, language: Language = 'en'): RefusalText {
  const carried: unknown = Reflect.get(Object(error), 'data');
  const source = Object(typeof carried === 'object' && carried !== null ? carried : error);
  const code = String(Reflect.get(source, 'code'));
  const sentences: Readonly<Record<string, string>> = resources[language].errors;
  const sentence = sentences[code];
  if (sentence === undefined)
    return { refused: 'INVALID_INPUT', message: error instanceof Error ? error.message : String(error) };
  const params: Readonly<Record<string, unknown>> = Object(Reflect.get(source, 'params'));
  // A part in double brackets is said only when all that it mentions is known.
  const known = sentence.replaceAll(/\[\[(.*?)\]\]/g, (_all, part: string) =>
    [...part.matchAll(/\{\{(\w+)\}\}/g)].every(([, name = '']) => name in params) ? part : '',
  );
  const message = known.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''));
  return { refused: code, message, ...(Object.keys(params).length === 0 ? {} : { params }) };
}
