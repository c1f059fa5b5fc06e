import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollArea } from '#renderer/components/page.tsx';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import { lockOf } from '#shared/domain/contracts/templates/locks.ts';
import { isTextPart } from '#shared/domain/contracts/templates/parts.ts';
import { placedClauses } from '#shared/domain/contracts/templates/walk.ts';
import { articlesOfText, type ContractText, numberedArticles } from '#shared/domain/contracts/text/contract-text.ts';
import { isOwnArticle } from '#shared/domain/contracts/text/keys.ts';
import { ClauseList, type ShownLock } from './clause-view.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import styles from './templates.module.css';
import { TextOutline } from './text-outline.tsx';
import { TextPartView } from './text-parts.tsx';
import { TypedLine } from './typed-line.tsx';

type TemplateEditorProps = {
  text: ContractText;
  base: ContractText;
  onEdit: ((text: ContractText, of?: string) => void) | undefined;
};

/** The text by its parts: contents at the left, one article or other part in the middle, what the check says at the right. */
export function TemplateEditor({ text, base, onEdit }: TemplateEditorProps) {
  const { t } = useTranslation('templates');
  const [chosen, setChosen] = useState<string>();
  const findings = useMemo(() => checkTemplate(text, base), [text, base]);
  const locks = useMemo(() => locksOf(base), [base]);
  const articles = numberedArticles(text);
  const article = articles.find(({ key }) => key === chosen) ?? articles[0];
  if (chosen !== undefined && isTextPart(chosen))
    return (
      <div className={styles.editor}>
        <TextOutline text={text} chosen={chosen} findings={findings} onChoose={setChosen} />
        <ScrollArea label={t(`parts.${chosen}`)}>
          <TextPartView part={chosen} text={text} base={base} findings={findings} onEdit={onEdit} />
        </ScrollArea>
        <FindingsPanel findings={findings} text={text} onChoose={setChosen} />
      </div>
    );
  if (article === undefined) return null;
  const own = isOwnArticle(article.key);
  const chapter = text.chapters.findIndex((one) => one.articles.some(({ key }) => key === article.key));
  const addArticle = () => {
    const next = edit.withArticle(text, chapter, edit.firstWords.title, edit.firstWords.paragraph);
    onEdit?.(next);
    setChosen(articlesOfText(next).find(({ key }) => !articles.some((one) => one.key === key))?.key);
  };
  return (
    <div className={styles.editor}>
      <TextOutline text={text} chosen={article.key} findings={findings} onChoose={setChosen} />
      <ScrollArea label={t('editor')}>
        <div className={styles.article} key={article.key}>
          <div className={styles.articleHead}>
            <b>{t('article', { number: article.number })}</b>
            {onEdit === undefined ? (
              <span>{article.title}</span>
            ) : (
              <TypedLine
                label={t('articleTitle')}
                maxLength={60}
                value={article.title}
                onTyped={(title) => onEdit(edit.withTitle(text, article.key, title), `title ${article.key}`)}
              />
            )}
            <span className={styles.spring} />
            {onEdit !== undefined && own && (
              <Button
                variant="subtle"
                color="seal"
                size="compact-sm"
                onClick={() => onEdit(edit.withoutArticle(text, article.key))}
              >
                {t('removeArticle')}
              </Button>
            )}
            {onEdit !== undefined && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={13} aria-hidden="true" />}
                onClick={addArticle}
              >
                {t('addArticle')}
              </Button>
            )}
          </div>
          <ClauseList
            clauses={article.clauses}
            editing={{
              text,
              article: article.key,
              onEdit,
              findings,
              lockOf: (key) => locks.get(key) ?? 'own',
            }}
          />
          {onEdit !== undefined && article.clauses.length === 0 && (
            <Button
              variant="default"
              onClick={() => onEdit(edit.withParagraph(text, article.key, null, [edit.firstWords.paragraph]))}
            >
              {t('addParagraph')}
            </Button>
          )}
        </div>
      </ScrollArea>
      <FindingsPanel findings={findings} text={text} onChoose={setChosen} />
    </div>
  );
}

function locksOf(base: ContractText): ReadonlyMap<string, ShownLock> {
  return new Map(
    placedClauses(base).flatMap(({ clause, article }) =>
      isOwnArticle(article) ? [] : [[clause.key, lockOf(article, clause)] as const],
    ),
  );
}
