import { useTranslation } from 'react-i18next';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { CopyHolder } from '#shared/domain/documents/holders.ts';

/** Who the copies of a paper go to, each holder once with its number of copies. */
export function CopyHolders({ holders }: { readonly holders: readonly CopyHolder[] }) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const words = [...new Set(holders)].map((holder) =>
    t('holderCount', { holder: t(`holders.${holder}`), copies: holders.filter((one) => one === holder).length }),
  );
  return joinWords(words, language);
}
