import { Menu } from '@mantine/core';
import { IconChevronDown, IconKey, IconLogout, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { preferences, usePreferences } from '#renderer/lib/preferences.ts';
import type { FrameModel } from './frame-model.ts';
import styles from './top-bar.module.css';

type PersonMenuProps = Pick<FrameModel, 'person' | 'onAccess' | 'onLanguage' | 'onSwitchPerson' | 'onLogOut'>;

/** Who is at the screen: language and colours of their own, switching to somebody else, logging out. */
export function PersonMenu({ person, onAccess, onLanguage, onSwitchPerson, onLogOut }: PersonMenuProps) {
  const { t } = useTranslation('shell');
  const chosen = usePreferences();
  const languages = [
    ['system', t('person.languageSystem')],
    ['zh-CN', t('person.languageZh')],
    ['en', t('person.languageEn')],
  ] as const;
  const schemes = [
    ['auto', t('person.coloursAuto')],
    ['light', t('person.coloursLight')],
    ['dark', t('person.coloursDark')],
  ] as const;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button type="button" className={styles.person} title={`${person.name} · ${person.post}`}>
          <b>{person.name}</b>
          <span>{person.post}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('person.menu')}>
        <Menu.Label>{t('person.language')}</Menu.Label>
        {languages.map(([language, label]) => (
          <Menu.RadioItem
            key={language}
            value={language}
            checked={chosen.language === language}
            onClick={() => {
              preferences.change({ language });
              onLanguage(language === 'system' ? null : language);
            }}
          >
            {label}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('person.colours')}</Menu.Label>
        {schemes.map(([colorScheme, label]) => (
          <Menu.RadioItem
            key={colorScheme}
            value={colorScheme}
            checked={chosen.colorScheme === colorScheme}
            onClick={() => preferences.change({ colorScheme })}
          >
            {label}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        {onAccess && (
          <Menu.Item leftSection={<IconKey size={14} aria-hidden="true" />} onClick={onAccess}>
            {t('person.access')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconUsers size={14} aria-hidden="true" />} onClick={onSwitchPerson}>
          {t('person.switchPerson')}
        </Menu.Item>
        {onLogOut && (
          <Menu.Item leftSection={<IconLogout size={14} aria-hidden="true" />} onClick={onLogOut}>
            {t('person.logOut')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
