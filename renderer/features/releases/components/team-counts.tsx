import { useTranslation } from 'react-i18next';
import { Facts } from '#renderer/components/page.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { worthText } from '#renderer/lib/worth.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import styles from './releases.module.css';

type Home = { readonly team: string; readonly listPrice: Fen | null };

/** How many homes each team has, and what they are worth by their price lists. */
export function TeamCounts({ homes }: { homes: readonly Home[] }) {
  const { t } = useTranslation('releases');
  const { t: units } = useTranslation('units');
  const language = useLanguage();
  const teams = [...new Set(homes.map(({ team }) => team))].toSorted();
  const worthOf = (some: readonly Home[]) =>
    worthText(sumFen(some.flatMap(({ listPrice }) => listPrice ?? [])), language);
  const line = (some: readonly Home[]) => (
    <span className={styles.pair}>
      <span>{units('board.units', { count: some.length })}</span>
      <span>{worthOf(some)}</span>
    </span>
  );
  return (
    <Facts
      items={[
        ...teams.map((team) => ({
          key: team,
          label: team === '' ? t('everybody') : team,
          value: line(homes.filter((home) => home.team === team)),
        })),
        ...(teams.length === 1 ? [] : [{ key: 'all', label: t('all'), value: line(homes) }]),
      ]}
    />
  );
}
