import { SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { AgentFields, freshAgent } from '#renderer/components/agent-fields.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { agentKinds } from '#shared/domain/contracts/parties.ts';
import styles from './buyer-drawer.module.css';

type Detail = z.output<typeof subscriptions.detail.output>;

type SignerDrawerProps = { detail: Detail; customerId: number; onClose: () => void };

/** Who signs for a buyer: the representative of a company, an agent with the term and scope of the written power. */
export function SignerDrawer({ detail, customerId, onClose }: SignerDrawerProps) {
  const { t } = useTranslation('subscriptions');
  const { t: words } = useTranslation('contractAnnexes');
  const opened = useAsOpened(detail);
  const buyer = opened.buyers.find((one) => one.customerId === customerId);
  const [signer, setSigner] = useState(buyer?.signer ?? { representative: '', agent: null });
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<typeof signer>) => {
    setSigner((all) => ({ ...all, ...part }));
    setDirty(true);
  };
  const save = useCommand(act.subscriptions.nameSigner, {
    onDone: () => {
      notifications.show({ message: t('signer.saved') });
      onClose();
    },
  });
  if (buyer === undefined) return null;
  const { agent } = signer;
  const target = { subscriptionId: opened.row.id, version: opened.version, customerId };
  return (
    <SideDrawer
      opened
      width={560}
      label={t('signer.title')}
      title={t('signer.title')}
      sub={buyer.name}
      onClose={onClose}
    >
      <Form
        submitLabel={t('signer.save')}
        onCancel={onClose}
        dirty={dirty}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() => void save.send({ ...target, signer })}
      >
        <div className={styles.fields}>
          {buyer.identityKind === 'businessLicence' && (
            <TextInput
              label={words('representative')}
              required
              maxLength={100}
              value={signer.representative}
              onChange={(event) => set({ representative: event.currentTarget.value })}
            />
          )}
          <FieldGroup title={words('agent')}>
            <div className={styles.fields}>
              <p className={styles.hint}>{t('signer.hint')}</p>
              <SegmentedControl
                size="xs"
                aria-label={words('agent')}
                data={[
                  { value: 'none', label: t('signer.none') },
                  ...agentKinds.map((kind) => ({ value: kind, label: words(`agents.${kind}`) })),
                ]}
                value={agent?.kind ?? 'none'}
                onChange={(chosen) => {
                  const kind = agentKinds.find((one) => one === chosen);
                  set({ agent: kind === undefined ? null : { ...(agent ?? buyer.signer.agent ?? freshAgent), kind } });
                }}
              />
              {agent !== null && (
                <AgentFields
                  agent={agent}
                  kept={buyer.signer.agent}
                  scanned
                  onChange={(changed) => set({ agent: changed })}
                />
              )}
            </div>
          </FieldGroup>
        </div>
      </Form>
    </SideDrawer>
  );
}
