import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { DiscloseDrawer } from '#renderer/components/disclose-drawer.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useDisclosureWords } from '#renderer/components/use-disclosure-words.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** To whom the customer's data were given, the newest first. */
export function DisclosuresSection({ detail: { customer } }: { detail: CustomerDetail }) {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const wordsOf = useDisclosureWords();
  const [adding, setAdding] = useState(false);
  const given = useQuery(ask.privacy.disclosures({ customerId: customer.id }));
  const may = person.may('consents.write') && customer.state !== 'anonymised';
  return (
    <Section
      title={t('register.title')}
      count={given.data?.length}
      aside={
        may && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            {t('consents.enter')}
          </Button>
        )
      }
      flush
    >
      <Loaded query={given} skeletonRows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.nothing}>{t('register.noneOfPerson')}</p>
          ) : (
            <ul className={styles.given} aria-label={t('register.title')}>
              {rows.map((row) => {
                const { recipient, content, basis } = wordsOf(row);
                return (
                  <li key={row.key}>
                    <span>{recipient}</span>
                    <span className={styles.dim}>{row.on}</span>
                    <span className={styles.what}>
                      {[content, row.purpose, basis, row.by ?? t('register.byItself')]
                        .filter((one) => one !== '')
                        .join(' · ')}
                    </span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {adding && <DiscloseDrawer customer={customer} onClose={() => setAdding(false)} />}
    </Section>
  );
}
