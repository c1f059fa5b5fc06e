import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { ScrollArea } from '#renderer/components/page.tsx';
import { ask } from '#renderer/lib/office.ts';
import { type ArticleChange, type ClauseChange, compareTexts } from '#shared/domain/contracts/templates/compare.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { useRunLabel } from '../hooks/use-run-label.ts';
import type { TemplateDetail } from '../template-types.ts';
import styles from './templates.module.css';

const WORDING = 'wording';

/** A version beside another one: what each article of it says otherwise, word by word. */
export function TemplateCompare({ detail, text }: { detail: TemplateDetail; text: ContractText }) {
  const { t } = useTranslation('templates');
  const list = useQuery(ask.templates.list({}));
  const versions = list.data?.find(({ form }) => form === detail.form)?.versions ?? [];
  const others = versions.filter(({ templateId }) => templateId !== null && templateId !== detail.row.templateId);
  const [picked, setPicked] = useState<string>();
  const current = others.find(({ inForce }) => inForce)?.templateId;
  const chosen = picked ?? (current === undefined || current === null ? WORDING : String(current));
  const before = useQuery(
    ask.templates.detail({ form: detail.form, templateId: chosen === WORDING ? null : Number(chosen) }),
  );
  return (
    <ScrollArea label={t('compare')}>
      <div className={styles.compare}>
        <Select
          label={t('compareWith')}
          w={320}
          data={[
            { value: WORDING, label: t('wording') },
            ...others.map(({ templateId, number, name }) => ({
              value: String(templateId),
              label: `${t('version', { number })} · ${name}`,
            })),
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setPicked(value ?? undefined)}
        />
        <Loaded query={before}>{(found) => <Changes before={found.text} after={text} />}</Loaded>
      </div>
    </ScrollArea>
  );
}

function Changes({ before, after }: { before: ContractText; after: ContractText }) {
  const { t } = useTranslation('templates');
  const changes = useMemo(() => compareTexts(before, after).filter(({ change }) => change !== 'same'), [before, after]);
  if (changes.length === 0) return <p className={styles.same}>{t('compareSame')}</p>;
  return (
    <>
      <p className={styles.same}>{t('compareCount', { count: changes.length })}</p>
      {changes.map((one) => (
        <ArticleChanges key={one.key} change={one} text={after} />
      ))}
    </>
  );
}

function ArticleChanges({ change, text }: { change: ArticleChange; text: ContractText }) {
  const { t } = useTranslation('templates');
  const [was, is] = change.numbers;
  return (
    <section className={styles.changed}>
      <h3>
        {t('article', { number: is ?? was ?? '' })} {change.title}
        {change.titleBefore !== change.title && <del>{change.titleBefore}</del>}
        <small>{t(change.change === 'changed' || change.change === 'same' ? 'changedMark' : change.change)}</small>
      </h3>
      {change.clauses
        .filter((one) => one.change !== 'same')
        .map((one) => (
          <ClauseChanges key={one.key} change={one} text={text} />
        ))}
    </section>
  );
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
