import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agentKinds } from '#shared/domain/contracts/parties.ts';
import type { Signer } from '#shared/domain/subscriptions/signers.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { AgentFields, freshAgent } from './agent-fields.tsx';
import { Form } from './form.tsx';
import { FieldGroup } from './page.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './signer-drawer.module.css';

type SignerDrawerProps = {
  name: string;
  company: boolean;
  /** Who signs as the office shows it, number and phone masked; what is left as it is stays on record. */
  kept: Signer;
  /** Who signs as the drawer opens: what was typed and not sent yet, else what is kept. */
  first?: Signer;
  /** What saving does: on record at once, or with the form that it belongs to. */
  submitLabel: string;
  busy?: boolean;
  error?: Refusal | undefined;
  onSave: (signer: Signer) => void;
  onClose: () => void;
};

/** Who signs for a buyer: the representative of a company, an agent with the term and scope of the written power. */
export function SignerDrawer(props: SignerDrawerProps) {
  const { name, company, kept, first = kept, submitLabel, busy = false, error, onSave, onClose } = props;
  const { t } = useTranslation('subscriptions');
  const { t: words } = useTranslation('contractAnnexes');
  const [signer, setSigner] = useState(first);
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<Signer>) => {
    setSigner((all) => ({ ...all, ...part }));
    setDirty(true);
  };
  const { agent } = signer;
  return (
    <SideDrawer opened width={560} label={t('signer.title')} title={t('signer.title')} sub={name} onClose={onClose}>
      <Form
        submitLabel={submitLabel}
        onCancel={onClose}
        dirty={dirty}
        busy={busy}
        error={error}
        onSubmit={() => onSave(signer)}
      >
        <div className={styles.fields}>
          {company && (
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
                  set({ agent: kind === undefined ? null : { ...(agent ?? kept.agent ?? freshAgent), kind } });
                }}
              />
              {agent !== null && (
                <AgentFields
                  agent={agent}
                  kept={kept.agent}
                  subscribes
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
