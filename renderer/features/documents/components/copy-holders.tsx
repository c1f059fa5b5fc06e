import { useTranslation } from 'react-i18next';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { type CustodyHolder, custodyHolders } from '#shared/domain/custody/places.ts';
import type { CopyHolder } from '#shared/domain/documents/holders.ts';

const keepers: ReadonlySet<CopyHolder> = new Set(custodyHolders);

function isKeeper(holder: CopyHolder): holder is CustodyHolder {
  return keepers.has(holder);
}

/** What those are called who copies go to; the keepers of contracts as in the register of originals. */
export function useHolderWord(): (holder: CopyHolder) => string {
  const { t } = useTranslation('documents');
  const { t: custody } = useTranslation('custody');
  return (holder) => (isKeeper(holder) ? custody(`holders.${holder}`) : t(`holders.${holder}`));
}

/** Who the copies of a paper go to, each holder once with its number of copies. */
export function CopyHolders({ holders }: { readonly holders: readonly CopyHolder[] }) {
  const { t } = useTranslation('documents');
  const word = useHolderWord();
  const language = useLanguage();
  const words = [...new Set(holders)].map((holder) =>
    t('holderCount', { holder: word(holder), copies: holders.filter((one) => one === holder).length }),
  );
  return joinWords(words, language);
}
