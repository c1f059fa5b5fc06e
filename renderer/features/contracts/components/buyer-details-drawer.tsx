import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Agent, AgentFields, freshAgent } from '#renderer/components/agent-fields.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup, FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { BuyerDetails } from '#shared/domain/contracts/kept-terms.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type BuyerDetailsDrawerProps = {
  detail: ContractDetail;
  customerId: number;
  onClose: () => void;
  onOpenFile: () => void;
};

const agentKinds = ['none', 'entrusted', 'statutory'] as const;
const sexes = ['female', 'male'] as const;

/** What the contract says of a buyer beyond the customer's file, and who signs for them. */
export function BuyerDetailsDrawer({ detail, customerId, onClose, onOpenFile }: BuyerDetailsDrawerProps) {
  const { draft, version, row } = useAsOpened(detail);
  const buyer = draft.buyers.find((one) => one.customerId === customerId);
  if (buyer === undefined) return null;
  return (
    <Details
      buyer={buyer}
      target={{ contractId: row.id, version }}
      customerId={customerId}
      onClose={onClose}
      onOpenFile={onOpenFile}
    />
  );
}

type DetailsProps = Omit<BuyerDetailsDrawerProps, 'detail'> & {
  buyer: ContractDetail['draft']['buyers'][number];
  target: { readonly contractId: number; readonly version: number };
};

function Details({ buyer, target, customerId, onClose, onOpenFile }: DetailsProps) {
  const { t } = useTranslation('contractAnnexes');
  const { t: form } = useTranslation('contractForm');
  const { t: contracts } = useTranslation('contracts');
  const today = useToday();
  const [typed, setTyped] = useState<Partial<BuyerDetails>>({});
  const { nationality, residence, birthOn, sex, postcode, email, representative, agent } = { ...buyer, ...typed };
  const set = (part: Partial<BuyerDetails>) => setTyped((all) => ({ ...all, ...part }));
  const save = useCommand(act.contracts.edit, {
    onDone: () => {
      notifications.show({ message: t('buyerSaved') });
      onClose();
    },
  });
  const company = buyer.kind === 'company';
  const text = (name: 'nationality' | 'residence' | 'postcode' | 'email' | 'representative', value: string) => (
    <TextInput
      label={t(name)}
      maxLength={name === 'postcode' ? 6 : 100}
      value={value}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const shown: Agent | null = buyer.agent;
  return (
    <SideDrawer opened width={560} label={t('buyer')} title={t('buyer')} sub={buyer.name} onClose={onClose}>
      <Form
        submitLabel={contracts('save')}
        onCancel={onClose}
        dirty={Object.keys(typed).length > 0}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() => {
          const details = { nationality, residence, birthOn, sex, postcode, email, representative, agent };
          void save.send({ ...target, changes: { buyer: { ...details, customerId } } });
        }}
      >
        <div className={styles.fields}>
          <div className={styles.fileHint}>
            <p className={styles.hint}>{t('buyerFileHint')}</p>
            <Button variant="subtle" size="compact-sm" onClick={onOpenFile}>
              {t('buyerFile')}
            </Button>
          </div>
          <FieldRow columns="1fr 1fr">
            {text('nationality', nationality)}
            {text('residence', residence)}
          </FieldRow>
          {company ? (
            text('representative', representative)
          ) : (
            <FieldRow columns="1fr 1fr">
              <DateInput label={t('birthOn')} value={birthOn} to={today} onChange={(day) => set({ birthOn: day })} />
              <Select
                label={t('sex')}
                clearable
                data={sexes.map((one) => ({ value: one, label: form(`sexes.${one}`) }))}
                value={sex}
                onChange={(chosen) => set({ sex: sexes.find((one) => one === chosen) ?? null })}
              />
            </FieldRow>
          )}
          <FieldRow columns="140px 1fr">
            {text('postcode', postcode)}
            {text('email', email)}
          </FieldRow>
          <FieldGroup title={t('agent')}>
            <div className={styles.fields}>
              <SegmentedControl
                size="xs"
                aria-label={t('agent')}
                data={agentKinds.map((kind) => ({ value: kind, label: t(`agents.${kind}`) }))}
                value={agent?.kind ?? 'none'}
                onChange={(kind) => {
                  if (kind !== 'entrusted' && kind !== 'statutory') set({ agent: null });
                  else set({ agent: { ...(agent ?? shown ?? freshAgent), kind } });
                }}
              />
              {agent !== null && (
                <AgentFields agent={agent} kept={shown} onChange={(changed) => set({ agent: changed })} />
              )}
            </div>
          </FieldGroup>
        </div>
      </Form>
    </SideDrawer>
  );
}
