import { useTranslation } from 'react-i18next';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { type AnnexName, numberOfAnnex } from '../annex-tables.ts';

/** The name of an annex as the text numbers it: `附件 4 付款安排`. */
export function useAnnexName(text: ContractText): (annex: AnnexName) => string {
  const { t } = useTranslation('contractAnnexes');
  return (annex) => {
    const number = numberOfAnnex(text, annex);
    const name = t(`names.${annex}`);
    return number === undefined ? name : t('numbered', { number, name });
  };
}
