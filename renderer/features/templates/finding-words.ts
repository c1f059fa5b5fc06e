import { isFieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { TemplateFinding } from '#shared/domain/contracts/templates/findings.ts';
import { type Language, resources } from '#shared/i18n/index.ts';

/** The sentence of a finding. A part in `[[…]]` is left out where there are no words to name. */
export function findingWords({ problem, words }: TemplateFinding, language: Language): string {
  const said = isFieldName(words) ? resources[language].contractForm.fields[words] : words;
  const sentence: string = resources[language].templates.problems[problem];
  return sentence
    .replace(/\[\[(.*?)\]\]/gu, (_all, part: string) => (said === '' ? '' : part))
    .replace(/\{\{words\}\}/gu, () => said);
}
