import { useTranslation } from 'react-i18next';
import type { RightsChange } from '#shared/domain/accounts/rights-changes.ts';
import { useRightsWords } from './use-rights-words.ts';

/** A change of a right as a line: whose, of what, from what to what. */
export function useChangeWords(): (change: RightsChange) => string {
  const { t } = useTranslation('rights');
  const { t: labels } = useTranslation('labels');
  const words = useRightsWords();
  return ({ kind, name, post, from, to }) => {
    const table = kind === 'permission' ? 'permissions' : kind === 'scope' ? 'nouns' : 'fields';
    const value = (one: string) =>
      kind === 'permission' ? t(one === 'yes' ? 'has' : 'hasNot') : words(kind === 'scope' ? 'scopes' : 'levels', one);
    return `${labels(`posts.${post}`)} · ${words(table, name)}: ${value(from)} → ${value(to)}`;
  };
}
