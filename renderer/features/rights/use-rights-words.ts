import { useTranslation } from 'react-i18next';
import { rights as words } from '#shared/i18n/zh-CN/rights.ts';

type Table = 'permissions' | 'groups' | 'scopes' | 'levels' | 'nouns' | 'fields';

/** Names of permissions, nouns and fields; one that has no name yet is called as the program calls it. */
export function useRightsWords(): (table: Table, name: string) => string {
  const { t } = useTranslation('rights');
  return (table, name) => {
    const key = name.replace('.', '_');
    return Object.hasOwn(words[table], key) ? t(`${table}.${key}` as never) : name;
  };
}
