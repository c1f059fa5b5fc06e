import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { Unbroken } from '#renderer/components/unbroken.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { settingGroups } from '#shared/domain/settings/definition.ts';
import { isSettingKey, type SettingKey, settingDefinitions } from '#shared/domain/settings/registry.ts';
import { SettingDrawer, type SettingRow } from '../components/setting-drawer.tsx';
import styles from '../components/settings.module.css';
import { useSettingText } from '../components/use-setting-text.ts';

/** The office's settings: what holds now, since when, on what it rests, and what will hold. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const list = useQuery(ask.settings.list({}));
  const [changing, setChanging] = useState<SettingKey>();
  const mayChange = usePerson().may('settings.write');
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <Loaded query={list}>
        {(found) => {
          const rows = found.flatMap((row) => (isSettingKey(row.key) ? [{ ...row, key: row.key }] : []));
          const row = rows.find(({ key }) => key === changing);
          return (
            <div className={styles.body}>
              {settingGroups.map((group) => (
                <Section key={group} title={t(`groups.${group}`)} flush>
                  <SettingList
                    rows={rows.filter(({ key }) => settingDefinitions[key].group === group)}
                    onChange={mayChange ? setChanging : undefined}
                  />
                </Section>
              ))}
              {row && <SettingDrawer key={row.key} row={row} onClose={() => setChanging(undefined)} />}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

type SettingListProps = { rows: readonly SettingRow[]; onChange: ((key: SettingKey) => void) | undefined };

function SettingList({ rows, onChange }: SettingListProps) {
  const { t } = useTranslation('settings');
  const text = useSettingText();
  const language = useLanguage();
  return (
    <div className={styles.list}>
      {rows.map((row) => {
        const [next] = row.coming;
        return (
          <div key={row.key} className={styles.row}>
            <span>{t(`names.${row.key}`)}</span>
            <span className={styles.value}>
              <b>
                <Unbroken text={text(row.key, row.value)} />
              </b>
              <small>
                {row.effectiveFrom === null ? t('shipped') : t('since', { effectiveOn: row.effectiveFrom })}
                {next && ` · ${t('coming', { value: text(row.key, next.value), effectiveOn: next.effectiveFrom })}`}
              </small>
            </span>
            <span className={styles.note}>
              {row.sourceNote ?? settingDefinitions[row.key].sourceNote[language === 'en' ? 'en' : 'zh']}
            </span>
            {onChange === undefined ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('changeTitle', { name: t(`names.${row.key}`) })}
                onClick={() => onChange(row.key)}
              >
                {t('change')}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}
