import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Section } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { formatPhone } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** The family: spouses, parents and children who own as one. */
export function HouseholdSection({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers');
  const [adding, setAdding] = useState(false);
  const { household, coBuyers, customer, can } = detail;
  const leave = useCommand(act.customers.leaveHousehold);
  const may = can['household'] === true;
  const askLeave = (member: { id: number; name: string }) =>
    confirmAct({
      title: t('household.leaveTitle', { name: member.name }),
      consequence: t('household.leaveText', { name: member.name }),
      confirmLabel: t('household.leave'),
      onConfirm: () => leave.sendOrThrow({ customerId: customer.id, memberId: member.id }),
    });
  return (
    <Section
      title={t('household.title')}
      aside={
        <>
          {household.length > 0 && <span>{t('household.people', { count: household.length + 1 })}</span>}
          {may && (
            <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
              {t('household.add')}
            </Button>
          )}
        </>
      }
      flush
    >
      {household.length === 0 && coBuyers.length === 0 && <p className={styles.note}>{t('household.alone')}</p>}
      <ul className={styles.lines} aria-label={t('household.title')}>
        {household.map((member) => (
          <li key={member.id}>
            <PersonName person={member} />
            <span className={styles.dim}>{formatPhone(member.phone)}</span>
            {may && (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`${t('household.leave')} ${member.name}`}
                onClick={() => askLeave(member)}
              >
                {t('household.leave')}
              </Button>
            )}
          </li>
        ))}
        {coBuyers.map((buyer) => (
          <li key={buyer.id}>
            <PersonName person={buyer} />
            <span className={styles.relation} title={buyer.unit}>
              {t('household.coBuyer')}
            </span>
            <span className={styles.dim}>{formatPhone(buyer.phone)}</span>
          </li>
        ))}
      </ul>
      {adding && <AddMember detail={detail} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** The name of somebody, with the way to their file where one may open it. */
function PersonName({ person }: { person: { id: number; name: string; mayOpen: boolean } }) {
  if (!person.mayOpen) return <span title={person.name}>{person.name}</span>;
  return (
    <Link to={`/reception/customers/${person.id}` as string} title={person.name}>
      {person.name}
    </Link>
  );
}

function AddMember({ detail, onClose }: { detail: CustomerDetail; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const person = usePerson();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const scope = person.seesOthers('customers') ? 'all' : 'mine';
  const found = useQuery({
    ...ask.customers.list({ scope, text, rating: null, state: null, limit: 50 }),
    enabled: text !== '',
  });
  const join = useCommand(act.customers.joinHousehold, { onDone: onClose });
  const known = new Set([detail.customer.id, ...detail.household.map(({ id }) => id)]);
  const rows = (text === '' ? [] : (found.data?.rows ?? [])).filter(({ id }) => !known.has(id)).slice(0, 12);
  return (
    <SideDrawer opened onClose={onClose} label={t('household.add')} title={t('household.add')} width={400}>
      <PanelBlock>
        <TextInput
          label={t('household.search')}
          type="search"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </PanelBlock>
      {join.refusal && (
        <PanelBlock>
          <RefusalText refusal={join.refusal} />
        </PanelBlock>
      )}
      <ul className={styles.lines} aria-label={t('household.found')}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.name}</span>
            <span className={styles.dim}>{formatPhone(row.phone)}</span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('household.join')} ${row.name}`}
              loading={join.pending}
              onClick={() => void join.send({ customerId: detail.customer.id, memberId: row.id })}
            >
              {t('household.join')}
            </Button>
          </li>
        ))}
      </ul>
      {text !== '' && found.data !== undefined && rows.length === 0 && (
        <p className={styles.note}>{t('household.nobodyFound')}</p>
      )}
    </SideDrawer>
  );
}
