import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { MOST_RULES, type PriceRule, roundings } from '#shared/domain/prices/formula.ts';
import type { Choices } from '../batch-words.ts';
import type { BatchDraft } from '../hooks/use-batch-draft.ts';
import { newRule } from '../rules.ts';
import styles from './prices.module.css';
import { RuleEditor } from './rule-editor.tsx';

/** What each rounding is called. */
const roundingWords = {
  1: 'fen',
  100: 'yuan',
  1000: 'ten',
  10000: 'hundred',
  100000: 'thousand',
  1000000: 'tenThousand',
} as const satisfies Record<(typeof roundings)[number], string>;

type BatchEditorProps = {
  draft: BatchDraft;
  choices: Choices;
  /** Why it was sent back, where it was. */
  endReason: string;
};

/** Name, day and rules of a batch that is still written. */
export function BatchEditor({ draft, choices, endReason }: BatchEditorProps) {
  const { t } = useTranslation('prices');
  const { formula } = draft;
  const { rules } = formula;
  const put = (next: readonly PriceRule[]) => draft.change({ formula: { ...formula, rules: [...next] } });
  return (
    <div className={styles.fields}>
      {endReason !== '' && (
        <p className={styles.returned}>
          <Signal tone="amber">{t('returnedFor')}</Signal> {endReason}
        </p>
      )}
      <TextInput
        label={t('fields.name')}
        value={draft.name}
        required
        maxLength={120}
        onChange={(event) => draft.change({ name: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <DateInput
          label={t('fields.effectiveOn')}
          value={draft.effectiveOn}
          required
          onChange={(effectiveOn) => effectiveOn !== null && draft.change({ effectiveOn })}
        />
        <Select
          label={t('fields.roundTo')}
          data={roundings.map((unit) => ({ value: String(unit), label: t(`roundings.${roundingWords[unit]}`) }))}
          value={String(formula.roundTo)}
          allowDeselect={false}
          onChange={(value) => {
            const roundTo = roundings.find((unit) => String(unit) === value);
            if (roundTo !== undefined) draft.change({ formula: { ...formula, roundTo } });
          }}
        />
      </div>
      {rules.map((rule, index) => (
        <RuleEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place, which is also its turn
          key={index}
          index={index}
          rule={rule}
          choices={choices}
          onChange={(next) => put(rules.with(index, next))}
          onRemove={() => put(rules.toSpliced(index, 1))}
          onUp={index === 0 ? undefined : () => put(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} />}
        disabled={rules.length >= MOST_RULES}
        onClick={() => put([...rules, newRule()])}
      >
        {t('rule.add')}
      </Button>
      {rules.length > 1 && <p className={styles.hint}>{t('rule.order')}</p>}
      {draft.refusal && <RefusalText refusal={draft.refusal} />}
    </div>
  );
}
