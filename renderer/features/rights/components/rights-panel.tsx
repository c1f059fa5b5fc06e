import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Section } from '#renderer/components/page.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import type { rights } from '#shared/api/rights.ts';
import { groundFor, type OfficeRights, permissionNames } from '#shared/domain/accounts/rights.ts';
import { useChangeWords } from '../use-change-words.ts';
import { useRightsWords } from '../use-rights-words.ts';
import styles from './rights.module.css';
import { WaitingRights } from './waiting-rights.tsx';

/** The rights as the office tells them. */
export type Overview = z.output<typeof rights.overview.output>;

/** What a person may do, who may do something, and what was changed last. */
export function RightsPanel({ overview, rights: draft }: { overview: Overview; rights: OfficeRights }) {
  const { t } = useTranslation('rights');
  const { t: labels } = useTranslation('labels');
  const words = useRightsWords();
  const [personId, setPersonId] = useState<string | null>(null);
  const [permission, setPermission] = useState<string | null>(null);
  const { people, changes } = overview;
  const person = people.find(({ id }) => String(id) === personId);
  const name = permissionNames.find((one) => one === permission);
  const ground = (holder: Overview['people'][number], one: (typeof permissionNames)[number]) => {
    const found = groundFor(draft, holder, one);
    if (found === null) return null;
    return found === 'own' ? t('byPost') : t('actingFor', { name: found.name });
  };
  const own = person === undefined ? [] : permissionNames.filter((one) => ground(person, one) !== null);
  const able = name === undefined ? [] : people.filter((one) => ground(one, name) !== null);
  const worded = useChangeWords();
  return (
    <aside className={styles.panel}>
      <WaitingRights />
      <Section title={t('people')}>
        <Select
          aria-label={t('person')}
          placeholder={t('choosePerson')}
          searchable
          clearable
          data={people.map(({ id, name: called, post }) => ({
            value: String(id),
            label: `${called} · ${labels(`posts.${post}`)}`,
          }))}
          value={personId}
          onChange={setPersonId}
        />
        {person !== undefined && (
          <ul className={styles.list}>
            {own.length === 0 && <li>{t('nothing')}</li>}
            {own.map((one) => (
              <li key={one}>
                {words('permissions', one)}
                <span>{ground(person, one)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('who')}>
        <Select
          aria-label={t('permission')}
          placeholder={t('choosePermission')}
          searchable
          clearable
          data={permissionNames.map((one) => ({ value: one, label: words('permissions', one) }))}
          value={permission}
          onChange={setPermission}
        />
        {name !== undefined && (
          <ul className={styles.list}>
            {able.length === 0 && <li>{t('nobody')}</li>}
            {able.map((one) => (
              <li key={one.id}>
                {one.name} · {labels(`posts.${one.post}`)}
                <span>{ground(one, name)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('history')}>
        {changes.length === 0 ? (
          <p className={styles.fixed}>{t('noHistory')}</p>
        ) : (
          <Timeline
            label={t('history')}
            entries={changes.map((change) => ({
              key: change.at,
              at: change.at,
              who: (change.askedBy ?? change.by).name,
              what: change.reason,
              note: [
                ...change.changes.map(worded),
                ...(change.askedBy === null ? [] : [t('waiting.by', { name: change.by.name })]),
              ].join('；'),
            }))}
          />
        )}
      </Section>
    </aside>
  );
}
