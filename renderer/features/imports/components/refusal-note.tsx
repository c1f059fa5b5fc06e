import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { Refusal } from '#shared/kernel/errors.ts';

/** Why the import was not written, beside the buttons of its last step. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  return <span role="alert">{refusalSentence(refusal, useLanguage())}</span>;
}
