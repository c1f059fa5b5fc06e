import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleChange, compareTexts } from '#shared/domain/contracts/templates/compare.ts';
import type { PartChange } from '#shared/domain/contracts/templates/compare-parts.ts';
import type { ClauseChange } from '#shared/domain/contracts/templates/compare-words.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import styles from './text-changes.module.css';
import { useRunLabel } from './use-run-label.ts';

/** What a text says otherwise than another one: part by part and article by article, word by word. */
export function TextChanges({ before, after }: { before: ContractText; after: ContractText }) {
  const { t } = useTranslation('templates');
  const changes = useMemo(() => compareTexts(before, after).filter(({ change }) => change !== 'same'), [before, after]);
  if (changes.length === 0) return <p className={styles.same}>{t('compareSame')}</p>;
  return (
    <>
      <p className={styles.same}>{t('compareCount', { count: changes.length })}</p>
      {changes.map((one) =>
        one.part === 'article' ? (
          <ArticleChanges key={one.key} change={one} text={after} />
        ) : (
          <PartChanges key={one.key} change={one} text={after} />
        ),
      )}
    </>
  );
}

function ArticleChanges({ change, text }: { change: ArticleChange; text: ContractText }) {
  const { t } = useTranslation('templates');
  const [was, is] = change.numbers;
  return (
    <section className={styles.changed}>
      <h2>
        {t('article', { number: is ?? was ?? '' })} {change.title}
        {change.titleBefore !== change.title && <del>{change.titleBefore}</del>}
        <small>{t(change.change === 'changed' || change.change === 'same' ? 'changedMark' : change.change)}</small>
      </h2>
      <ChangedLines lines={change.clauses} text={text} />
    </section>
  );
}

function PartChanges({ change, text }: { change: PartChange; text: ContractText }) {
  const { t } = useTranslation('templates');
  return (
    <section className={styles.changed}>
      <h2>
        {t(`parts.${change.part}`)}
        <small>{t('changedMark')}</small>
      </h2>
      <ChangedLines lines={change.clauses} text={text} />
    </section>
  );
}

function ChangedLines({ lines, text }: { lines: readonly ClauseChange[]; text: ContractText }) {
  return lines
    .filter((one) => one.change !== 'same')
    .map((one) => <ClauseChanges key={one.key} change={one} text={text} />);
}

function ClauseChanges({ change, text }: { change: ClauseChange; text: ContractText }) {
  const { t } = useTranslation('templates');
  const labelOf = useRunLabel(text);
  const [was, is] = change.weighty;
  return (
    <p className={styles.words}>
      {change.words.map((stretch, index) => {
        const words = stretch.runs.map((run) => (typeof run === 'string' ? run : `［${labelOf(run)}］`)).join('');
        const key = `${index} ${stretch.change}`;
        if (stretch.change === 'added') return <ins key={key}>{words}</ins>;
        return stretch.change === 'removed' ? <del key={key}>{words}</del> : <span key={key}>{words}</span>;
      })}
      {change.change === 'changed' && was !== is && <small>{t(is ? 'weightyNow' : 'weightyNoMore')}</small>}
    </p>
  );
}
