import { type ExpectedBlank, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { ConsentFormData } from './data.ts';
import {
  CHOICES,
  CONSENT_TITLE,
  consentFormEdition,
  DECLARATION,
  factsOfForm,
  purposeHeads,
  purposeTitle,
} from './definition.ts';

/** What stands on every page of the form. */
export function frameOfForm({ project, consultant }: ConsentFormData): PageFrame {
  return {
    head: `${CONSENT_TITLE}本公司文本${consentFormEdition}`,
    foot: `${project}案场经办人${consultant}`,
    repeated: [purposeHeads],
  };
}

/** Everything that the finished form must say. */
export function expectedOnForm(data: ConsentFormData): ExpectedBlank[] {
  return [
    { name: '处理者', words: `${data.seller.name}${CONSENT_TITLE}` },
    ...expectedRow(factsOfForm(data), '告知'),
    ...data.paragraphs.map((words, index) => ({ name: `告知第${index + 1}段`, words })),
    ...data.purposes.map((purpose) => ({
      name: purpose.title,
      words: `${purposeTitle(purpose)}${purpose.text}${CHOICES}`,
    })),
    { name: '声明', words: DECLARATION },
  ];
}
