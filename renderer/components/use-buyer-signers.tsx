import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedSigner } from '#shared/domain/subscriptions/signers.ts';
import { signerOf, withSigner } from '../lib/signers.ts';
import type { BuyerSigns, CustomerFile } from './buyer-list.tsx';
import { SignerDrawer } from './signer-drawer.tsx';

type Signing = {
  /** What was said in the form and is sent with it. */
  signers: readonly NamedSigner[];
  /** What the office has on record, masked. */
  kept: readonly NamedSigner[];
  onSigners: (signers: NamedSigner[]) => void;
};

/** Who signs for the buyers of a form: how its list says it, and the drawer, which stands outside of the form. */
export function useBuyerSigners({ signers, kept, onSigners }: Signing): { signs: BuyerSigns; drawer: ReactNode } {
  const { t } = useTranslation('subscriptions');
  const [file, setFile] = useState<CustomerFile>();
  const close = () => setFile(undefined);
  const drawer = file && (
    <SignerDrawer
      name={file.customer.name}
      company={file.identity?.kind === 'businessLicence'}
      kept={signerOf(file.customer.id, kept)}
      first={signerOf(file.customer.id, signers, kept)}
      submitLabel={t('signer.keep')}
      onSave={(signer) => {
        onSigners(withSigner(signers, file.customer.id, signer));
        close();
      }}
      onClose={close}
    />
  );
  return { signs: { of: (customerId) => signerOf(customerId, signers, kept), onSign: setFile }, drawer };
}
