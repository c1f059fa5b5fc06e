import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type RulingReason, rulingReasons } from '#shared/domain/rulings/rulings.ts';
import styles from './ruling-request.module.css';

/** As many parties as a conflict has. */
const MOST_PARTIES = 6;

type RulingRequestProps = { customerId: number; name: string; ownerId: number | null };

/** Brings a conflict about a customer before the supervisor, or leads to the one that is open. */
export function RulingRequest(props: RulingRequestProps) {
  const { t } = useTranslation('rulings');
  const navigate = useNavigate();
  const mayRead = usePerson().may('rulings.read');
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({ ...ask.rulings.ofCustomer({ customerId: props.customerId }), enabled: mayRead });
  if (data === undefined) return null;
  const { open, can } = data;
  if (open !== null)
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => void navigate({ to: '/reception/rulings' as string, search: { ruling: open.id } as never })}
      >
        {t('openNow', { number: open.number })}
      </Button>
    );
  if (can['open'] !== true) return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('openIt')}
      </Button>
      {asking && <RequestDrawer {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

type Party = { readonly key: number; readonly accountId: number | null; readonly claim: string };

function RequestDrawer({ customerId, name, ownerId, onClose }: RulingRequestProps & { onClose: () => void }) {
  const { t } = useTranslation('rulings');
  const colleagues = useQuery(ask.accounts.colleagues({})).data ?? [];
  const [reason, setReason] = useState<RulingReason>('samePhone');
  const [note, setNote] = useState('');
  const [parties, setParties] = useState<readonly Party[]>([
    { key: 1, accountId: ownerId, claim: '' },
    { key: 2, accountId: null, claim: '' },
  ]);
  const open = useCommand(act.rulings.open, {
    onDone: ({ number }) => {
      notifications.show({ message: t('opened', { number }) });
      onClose();
    },
  });
  const change = (key: number, patch: Partial<Party>) =>
    setParties(parties.map((party) => (party.key === key ? { ...party, ...patch } : party)));
  const title = t('openTitle', { customer: name });
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('openIt')}
        onCancel={onClose}
        dirty={note !== '' || parties.some(({ claim }) => claim !== '')}
        busy={open.pending}
        error={open.refusal}
        onSubmit={() =>
          void open.send({
            ...{ customerId, reason, note: note.trim() },
            parties: parties.flatMap(({ accountId, claim }) =>
              accountId === null ? [] : [{ accountId, claim: claim.trim() }],
            ),
          })
        }
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('openHint')}</p>
          <Select
            label={t('reason')}
            allowDeselect={false}
            data={rulingReasons.map((one) => ({ value: one, label: t(`reasons.${one}`) }))}
            value={reason}
            onChange={(value) => setReason(rulingReasons.find((one) => one === value) ?? reason)}
          />
          {parties.map(({ key, accountId, claim }, index) => (
            <fieldset key={key} className={styles.group}>
              <legend>{t('party', { place: index + 1 })}</legend>
              <PersonSelect
                label={t('parties')}
                required
                people={colleagues}
                value={accountId}
                onChange={(next) => change(key, { accountId: next })}
              />
              <TextInput
                label={t('claim')}
                required
                maxLength={120}
                value={claim}
                onChange={(event) => change(key, { claim: event.currentTarget.value })}
              />
              {parties.length > 2 && (
                <div>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => setParties(parties.filter((party) => party.key !== key))}
                  >
                    {t('removeParty')}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
          {parties.length < MOST_PARTIES && (
            <div>
              <Button
                variant="default"
                size="xs"
                onClick={() =>
                  setParties([
                    ...parties,
                    { key: Math.max(...parties.map(({ key }) => key)) + 1, accountId: null, claim: '' },
                  ])
                }
              >
                {t('addParty')}
              </Button>
            </div>
          )}
          <Textarea
            label={t('note')}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
