import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { type Fact, Facts, Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { DateText, DateTimeText } from '#renderer/components/values.tsx';
import type { BatchDetail, Choices } from '../batch-words.ts';
import type { BatchDraft } from '../hooks/use-batch-draft.ts';
import styles from './prices.module.css';
import { RuleSentence } from './rule-sentence.tsx';

/** What a batch is about, where its rules are written no more; name and day of one from a file can still be. */
export function BatchFacts({ detail, choices, draft }: { detail: BatchDetail; choices: Choices; draft: BatchDraft }) {
  const { t } = useTranslation('prices');
  const { batch, formula, reason, endReason, submittedAt, approvedAt, leftOut } = detail;
  const facts: Fact[] = [
    { label: t('fields.effectiveOn'), value: <DateText day={batch.effectiveOn} /> },
    ...(submittedAt === null ? [] : [{ label: t('facts.submittedAt'), value: <DateTimeText at={submittedAt} /> }]),
    ...(approvedAt === null ? [] : [{ label: t('facts.approvedAt'), value: <DateTimeText at={approvedAt} /> }]),
    ...(batch.effectiveAt === null
      ? []
      : [{ label: t('facts.effectiveAt'), value: <DateTimeText at={batch.effectiveAt} /> }]),
    ...(reason === '' ? [] : [{ label: t('facts.reason'), value: reason }]),
    ...(endReason === '' ? [] : [{ label: t('facts.endReason'), value: endReason }]),
    ...(leftOut === 0 ? [] : [{ label: t('facts.leftOut'), value: t('homes', { count: leftOut }) }]),
  ];
  return (
    <>
      {batch.imported && detail.can['edit'] === true && (
        <div className={styles.fields}>
          <TextInput
            label={t('fields.name')}
            value={draft.name}
            required
            maxLength={120}
            onChange={(event) => draft.change({ name: event.currentTarget.value })}
          />
          <DateInput
            label={t('fields.effectiveOn')}
            value={draft.effectiveOn}
            required
            onChange={(effectiveOn) => effectiveOn !== null && draft.change({ effectiveOn })}
          />
          {draft.refusal && <RefusalText refusal={draft.refusal} />}
        </div>
      )}
      <Section title={t('facts.title')}>
        <Facts items={facts} />
      </Section>
      <Section title={t('rules')} {...(batch.imported ? {} : { count: formula.rules.length })}>
        {batch.imported ? (
          <p className={styles.hint}>{t('imported')}</p>
        ) : (
          <ol className={styles.sentences}>
            {formula.rules.map((rule, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place, which is also its turn
              <li key={index}>
                <RuleSentence rule={rule} choices={choices} />
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}
