import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { TemplateFinding } from '#shared/domain/contracts/templates/findings.ts';
import { findingWords } from '../finding-words.ts';
import styles from './templates.module.css';

/** What the check says of one clause, below it. */
export function FindingLines({ findings }: { findings: readonly TemplateFinding[] }) {
  const language = useLanguage();
  const { t } = useTranslation('templates');
  if (findings.length === 0) return null;
  return (
    <ul className={styles.found}>
      {findings.map((one, index) => (
        <li key={`${one.problem} ${index}`} data-stops={one.stops}>
          {t(`stops.${one.stops}`)}：{findingWords(one, language)}
        </li>
      ))}
    </ul>
  );
}
