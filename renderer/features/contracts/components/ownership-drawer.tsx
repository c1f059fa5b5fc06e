import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ownershipKinds } from '#shared/domain/contracts/parties.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** How the buyers own, and where the contract is signed. */
export function OwnershipDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('contractAnnexes');
  const { t: form } = useTranslation('contractForm');
  const { t: contracts } = useTranslation('contracts');
  const { draft, version, row } = useAsOpened(detail);
  const [ownership, setOwnership] = useState(draft.ownership);
  const [signingPlace, setPlace] = useState(draft.signingPlace);
  const save = useCommand(act.contracts.edit, {
    onDone: () => {
      notifications.show({ message: t('ownershipSaved') });
      onClose();
    },
  });
  const alone = draft.buyers.length === 1;
  const title = t('ownership');
  return (
    <SideDrawer opened label={title} title={title} sub={`${row.number} · ${row.unit}`} onClose={onClose}>
      <Form
        submitLabel={contracts('save')}
        onCancel={onClose}
        dirty={ownership !== draft.ownership || signingPlace !== draft.signingPlace}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() =>
          void save.send({ contractId: row.id, version, changes: { ownership, signingPlace: signingPlace.trim() } })
        }
      >
        <div className={styles.fields}>
          <Select
            label={t('ownershipKind')}
            description={t('ownershipHint')}
            data-autofocus
            allowDeselect={false}
            data={ownershipKinds.map((kind) => ({
              value: kind,
              label: form(`ownership.${kind}`),
              disabled: (kind === 'sole') !== alone,
            }))}
            value={ownership}
            onChange={(chosen) => {
              const kind = ownershipKinds.find((one) => one === chosen);
              if (kind !== undefined) setOwnership(kind);
            }}
          />
          <TextInput
            label={t('signingPlace')}
            maxLength={100}
            value={signingPlace}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
