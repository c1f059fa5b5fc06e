import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type ConsentPurpose, consentMethods, consentPurposes } from '#shared/domain/privacy/states.ts';
import type { CustomerDetail } from '../history.ts';
import { ConsentDrawer } from './consent-drawer.tsx';
import styles from './customers.module.css';

const tones = { none: 'plain', given: 'ok', withdrawn: 'seal' } as const;
/** How somebody says today that they agree no longer. */
const ways = consentMethods.filter((method) => method !== 'earlier');

/** What the customer agreed to, purpose by purpose, with the form for signature. */
export function ConsentsSection({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const [giving, setGiving] = useState(false);
  const { customer } = detail;
  const customerId = customer.id;
  const consents = useQuery(ask.consents.ofCustomer({ customerId }));
  const may = person.may('consents.write') && customer.state !== 'anonymised' && detail.privacy?.restrictedAt == null;
  const open = (purpose: ConsentPurpose) =>
    consents.data?.lines.find((line) => line.purpose === purpose && line.withdrawnOn === null);
  return (
    <Section
      title={t('consents.title')}
      aside={
        may && (
          <Button variant="subtle" size="compact-xs" onClick={() => setGiving(true)}>
            {t('consents.enter')}
          </Button>
        )
      }
      flush
    >
      <Loaded query={consents} skeletonRows={3}>
        {({ standings }) => (
          <ul className={styles.lines} aria-label={t('consents.title')}>
            {consentPurposes.map((purpose) => {
              const line = open(purpose);
              return (
                <li key={purpose}>
                  <span title={t(`purposeTexts.${purpose}`)}>{t(`purposes.${purpose}`)}</span>
                  {line !== undefined && (
                    <span className={styles.dim} title={t(`methods.${line.method}`)}>
                      {line.givenOn}
                    </span>
                  )}
                  <StatusBadge tone={tones[standings[purpose]]}>{t(`standings.${standings[purpose]}`)}</StatusBadge>
                  {may && line !== undefined && <WithdrawButton customerId={customerId} purpose={purpose} />}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      {person.may('documents.issue') && may && (
        <div className={styles.forms}>
          <SubjectPapers noun="customers" subjectId={customerId} kinds={['consentForm']} renews />
        </div>
      )}
      {giving && consents.data !== undefined && (
        <ConsentDrawer
          customerId={customerId}
          name={customer.name}
          given={consentPurposes.filter((purpose) => open(purpose) !== undefined)}
          onClose={() => setGiving(false)}
        />
      )}
    </Section>
  );
}

function WithdrawButton({ customerId, purpose }: { customerId: number; purpose: ConsentPurpose }) {
  const { t } = useTranslation('privacy');
  const today = useToday();
  const withdraw = useCommand(act.consents.withdraw, {
    onDone: () => notifications.show({ message: t('consents.withdrawn', { purpose: t(`purposes.${purpose}`) }) }),
  });
  const onClick = () =>
    confirmAct({
      title: t('consents.withdrawTitle', { purpose: t(`purposes.${purpose}`) }),
      consequence: t(`consents.consequences.${purpose}`),
      confirmLabel: t('consents.withdraw'),
      danger: true,
      reasons: ways.map((value) => ({ value, label: t(`methods.${value}`) })),
      reasonsLabel: t('consents.via'),
      onConfirm: (_words, chosen) => {
        const via = ways.find((one) => one === chosen) ?? 'paper';
        return withdraw.sendOrThrow({ customerId, purpose, via, withdrawnOn: today });
      },
    });
  return (
    <Button variant="subtle" size="compact-xs" onClick={onClick}>
      {t('consents.withdraw')}
    </Button>
  );
}
