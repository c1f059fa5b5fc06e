import { useTranslation } from 'react-i18next';
import type { Signer } from '#shared/domain/subscriptions/signers.ts';

/** Who signs for a buyer, in a line; empty for a person who signs himself. */
export function useSignsText(): (signer: Signer, company: boolean) => string {
  const { t } = useTranslation('subscriptions');
  return ({ representative, agent }, company) => {
    const leads = company
      ? [representative === '' ? t('signer.noRepresentative') : t('signer.representative', { name: representative })]
      : [];
    const acts = agent === null ? [] : [t(`signer.${agent.kind}`, { name: agent.name })];
    return [...leads, ...acts].join(' · ');
  };
}
