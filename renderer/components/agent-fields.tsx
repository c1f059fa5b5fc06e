import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartyAgent } from '#shared/domain/contracts/parties.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import styles from './agent-fields.module.css';
import { DateInput } from './date-input.tsx';
import { IdentityInput, PhoneInput } from './identity-inputs.tsx';
import { FieldRow } from './page.tsx';

/** Who acts for a buyer. */
export type Agent = PartyAgent;

/** An agent about whom nothing is known. */
export const freshAgent: Agent = {
  kind: 'entrusted',
  name: '',
  identityKind: 'identityCard',
  identityNumber: '',
  address: '',
  phone: '',
  relation: '',
  power: { coversSigning: false, validUntil: null },
};

type AgentFieldsProps = {
  agent: Agent;
  /** As the office shows the one on record, number and phone masked; what is left empty stays as it is. */
  kept: Agent | null;
  onChange: (agent: Agent) => void;
  /** He subscribes as well, not only signs the contract. */
  subscribes?: boolean;
};

/** The fields of an agent: by a written power, or by law for a minor. */
export function AgentFields({ agent, kept, onChange, subscribes = false }: AgentFieldsProps) {
  const { t } = useTranslation('contractAnnexes');
  const { t: labels } = useTranslation('labels');
  const set = (part: Partial<Agent>) => onChange({ ...agent, ...part });
  const power = (part: Partial<Agent['power']>) => set({ power: { ...agent.power, ...part } });
  /** A masked value is never typed over: the field stands empty and says what is on record, with the way to empty it. */
  const masked = (name: 'identityNumber' | 'phone') => {
    const shown = kept?.[name] ?? '';
    const same = agent[name] === shown;
    const emptied = shown !== '' && agent[name] === '';
    return {
      value: same || emptied ? null : agent[name],
      description: shown === '' ? undefined : t(emptied ? 'agentEmptied' : 'agentKept', { shown }),
      // Under the field: fields beside each other stand on one line, whether something is on record or not.
      inputWrapperOrder: ['label', 'input', 'description', 'error'],
      onChange: (value: string | null) => set({ [name]: value ?? (emptied ? '' : shown) }),
    };
  };
  const emptying = (name: 'identityNumber' | 'phone') => {
    const shown = kept?.[name] ?? '';
    if (shown === '' || (agent[name] !== shown && agent[name] !== '')) return null;
    const emptied = agent[name] === '';
    return (
      <Button
        className={styles.emptying}
        variant="subtle"
        size="compact-xs"
        aria-label={t(emptied ? 'agentPutBackWhat' : 'agentEmptyWhat', {
          what: t(name === 'phone' ? 'agentPhone' : 'agentNumber'),
        })}
        onClick={() => set({ [name]: emptied ? shown : '' })}
      >
        {t(emptied ? 'agentPutBack' : 'agentEmpty')}
      </Button>
    );
  };
  return (
    <>
      <FieldRow columns={agent.kind === 'statutory' ? '1fr 1fr' : '1fr'}>
        <TextInput
          label={t('agentName')}
          required
          maxLength={100}
          value={agent.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {agent.kind === 'statutory' && (
          <TextInput
            label={t('relation')}
            maxLength={100}
            value={agent.relation}
            onChange={(event) => set({ relation: event.currentTarget.value })}
          />
        )}
      </FieldRow>
      <FieldRow columns="180px 1fr">
        <Select
          label={t('agentDocument')}
          allowDeselect={false}
          data={identityKinds.map((kind) => ({ value: kind, label: labels(`identityKinds.${kind}`) }))}
          value={agent.identityKind}
          onChange={(kind) => {
            const chosen = identityKinds.find((one) => one === kind);
            if (chosen !== undefined) set({ identityKind: chosen });
          }}
        />
        <div className={styles.kept}>
          <IdentityInput
            key={agent.identityKind}
            label={t('agentNumber')}
            kind={agent.identityKind}
            {...masked('identityNumber')}
          />
          {emptying('identityNumber')}
        </div>
      </FieldRow>
      <FieldRow columns="180px 1fr">
        <div className={styles.kept}>
          <PhoneInput label={t('agentPhone')} anyKind {...masked('phone')} />
          {emptying('phone')}
        </div>
        <TextInput
          label={t('agentAddress')}
          maxLength={100}
          value={agent.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      </FieldRow>
      {agent.kind === 'entrusted' && (
        <div className={styles.power}>
          <Checkbox
            label={t(subscribes ? 'powerCoversAll' : 'powerCovers')}
            checked={agent.power.coversSigning}
            onChange={(event) => power({ coversSigning: event.currentTarget.checked })}
          />
          <div className={styles.until}>
            <DateInput
              label={t('powerUntil')}
              value={agent.power.validUntil}
              onChange={(validUntil) => power({ validUntil })}
            />
          </div>
        </div>
      )}
    </>
  );
}
