import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { privacy } from '#shared/api/privacy.ts';

/** Somebody was given data of a person. */
type Disclosure = z.output<typeof privacy.disclosures.output>[number];

/** How a disclosure reads: what follows from a deal by itself is worded here, the rest is as people wrote it. */
export function useDisclosureWords(): (told: Disclosure) => {
  readonly recipient: string;
  readonly content: string;
  readonly basis: string;
} {
  const { t } = useTranslation('privacy');
  return useCallback(
    ({ derived, kind, recipient, content, basis, consentOn }) => ({
      recipient: recipient === '' ? t(`recipients.${kind}`) : recipient,
      content: [derived === null ? '' : t(`derived.${derived}`), content].filter((one) => one !== '').join(' '),
      basis:
        consentOn === null
          ? t(`bases.${basis}`)
          : t('register.consentOf', { basis: t(`bases.${basis}`), day: consentOn }),
    }),
    [t],
  );
}
