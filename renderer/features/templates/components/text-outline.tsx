import { useTranslation } from 'react-i18next';
import type { TemplateFinding } from '#shared/domain/contracts/templates/findings.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import styles from './templates.module.css';

type TextOutlineProps = {
  text: ContractText;
  chosen: string;
  findings: readonly TemplateFinding[];
  onChoose: (article: string) => void;
};

/** Notes, words, titles of chapters, chapters with their articles, and annexes of a text; a mark where the check stops something. */
export function TextOutline({ text, chosen, findings, onChoose }: TextOutlineProps) {
  const { t } = useTranslation('templates');
  const stopped = new Set(findings.filter(({ stops }) => stops !== 'warn').map(({ article }) => article));
  const entry = (key: string, title: string, number: number | undefined) => (
    <li key={key}>
      <button
        type="button"
        className={styles.outlined}
        aria-current={key === chosen || undefined}
        title={title}
        onClick={() => onChoose(key)}
      >
        <span>{number}</span>
        <span>{title}</span>
        {stopped.has(key) && <i role="img" aria-label={t('findings')} />}
      </button>
    </li>
  );
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        {entry('notes', t('parts.notes'), undefined)}
        {entry('glossary', t('parts.glossary'), undefined)}
        {entry('chapters', t('parts.chapters'), undefined)}
      </ul>
      {text.chapters.map((chapter, index) => (
        // A chapter has no name of its own but its place.
        <div key={`${index} ${chapter.title}`}>
          <p className={styles.chapter}>
            {t('chapter', { number: index + 2 })} {chapter.title}
          </p>
          <ul>{chapter.articles.map(({ key, title }) => entry(key, title, articleNumber(text, key)))}</ul>
        </div>
      ))}
      <ul>{entry('annexes', t('parts.annexes'), undefined)}</ul>
    </nav>
  );
}
