import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { SignerDrawer } from '#renderer/components/signer-drawer.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';

type Detail = z.output<typeof subscriptions.detail.output>;

type BuyerSignerProps = { detail: Detail; customerId: number; onClose: () => void };

/** Who signs for a buyer of a subscription that stands; saved at once. */
export function BuyerSigner({ detail, customerId, onClose }: BuyerSignerProps) {
  const { t } = useTranslation('subscriptions');
  const opened = useAsOpened(detail);
  const buyer = opened.buyers.find((one) => one.customerId === customerId);
  const save = useCommand(act.subscriptions.nameSigner, {
    onDone: () => {
      notifications.show({ message: t('signer.saved') });
      onClose();
    },
  });
  if (buyer === undefined) return null;
  const target = { subscriptionId: opened.row.id, version: opened.version, customerId };
  return (
    <SignerDrawer
      name={buyer.name}
      company={buyer.identityKind === 'businessLicence'}
      kept={buyer.signer}
      submitLabel={t('signer.save')}
      busy={save.pending}
      error={save.refusal}
      onSave={(signer) => void save.send({ ...target, signer })}
      onClose={onClose}
    />
  );
}
