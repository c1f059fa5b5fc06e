import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { articleOf } from '#shared/domain/agreements/amendments.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { ArticleKey } from '#shared/domain/contracts/text/keys.ts';
import type { ContractDetail } from '../contract-types.ts';
import { articlesOf } from '../terms.ts';
import styles from './contract-panel.module.css';

/** The name of an article of a text: `第 6 条 计价方式与价款`. */
export function useArticleName(text: ContractText): (article: ArticleKey) => string {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  return (article) => {
    const name = form(`articles.${article}`);
    const number = articleNumber(text, article);
    return number === undefined ? name : `${t('article', { article: number })} ${name}`;
  };
}

type TermsSectionProps = {
  detail: ContractDetail;
  /** Opens the fields of an article; undefined while nobody may change them. */
  onEdit: ((article: ArticleKey) => void) | undefined;
};

/** The articles with what is filled in and what is still open, each with the way to its fields. */
export function TermsSection({ detail, onEdit }: TermsSectionProps) {
  const { t } = useTranslation('contracts');
  const nameOf = useArticleName(detail.text);
  const { t: agreements } = useTranslation('agreements');
  const inForce = detail.agreements.filter(({ state }) => state === 'inForce');
  const amendedIn = (article: ArticleKey) =>
    inForce.findLast(({ amendments }) => amendments.some((one) => articleOf(one) === article))?.number;
  return (
    <ul className={styles.articles}>
      {articlesOf(detail.text, detail.draft).map(({ article, asked, open }) => (
        <li key={article} className={styles.article}>
          <span title={nameOf(article)}>{nameOf(article)}</span>
          {amendedIn(article) !== undefined ? (
            <Signal tone="ink">{agreements('amendedBy', { number: amendedIn(article) ?? '' })}</Signal>
          ) : open.length > 0 ? (
            <Signal tone="amber">
              {t('openFields')} {open.length}
            </Signal>
          ) : (
            <small>
              {asked.length === 0 ? t('nothingAsked') : t('termsAside', { filled: asked.length, all: asked.length })}
            </small>
          )}
          {onEdit !== undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => onEdit(article)}>
              {t('editArticle')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
