import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { contractForm as words } from '#shared/i18n/zh-CN/contract-form.ts';
import type { ContractDetail } from '../contract-types.ts';
import { articlesOf } from '../terms.ts';
import styles from './contract-panel.module.css';

type ArticleKey = keyof typeof words.articles;

function isArticle(text: string): text is ArticleKey {
  return Object.hasOwn(words.articles, text);
}

/** The name of an article: `第 6 条 计价方式与价款`. */
export function useArticleName(): (article: number) => string {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  return (article) => {
    const key = String(article);
    return isArticle(key) ? `${t('article', { article })} ${form(`articles.${key}`)}` : t('article', { article });
  };
}

type TermsSectionProps = {
  detail: ContractDetail;
  /** Opens the fields of an article; undefined while nobody may change them. */
  onEdit: ((article: number) => void) | undefined;
};

/** The articles with what is filled in and what is still open, each with the way to its fields. */
export function TermsSection({ detail, onEdit }: TermsSectionProps) {
  const { t } = useTranslation('contracts');
  const nameOf = useArticleName();
  return (
    <ul className={styles.articles}>
      {articlesOf(detail.draft).map(({ article, asked, open }) => (
        <li key={article} className={styles.article}>
          <span title={nameOf(article)}>{nameOf(article)}</span>
          {open.length > 0 ? (
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
