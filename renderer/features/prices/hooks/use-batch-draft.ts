import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { BatchDetail } from '../batch-words.ts';

/** A batch as it is being written: what is not saved yet, and how it is saved. */
export type BatchDraft = {
  readonly name: string;
  readonly effectiveOn: LocalDate;
  readonly formula: PriceFormula;
  /** The version that was saved last. */
  readonly version: number;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly refusal: Refusal | undefined;
  change(part: Partial<Pick<BatchDraft, 'name' | 'effectiveOn' | 'formula'>>): void;
  save(): Promise<void>;
  /** Saves what is not saved, and answers the version that is; throws the refusal. */
  saved(): Promise<number>;
};

/** Keeps what is written of a batch until it is saved. */
export function useBatchDraft({ batch, formula, version }: BatchDetail): BatchDraft {
  const { t } = useTranslation('prices');
  const [written, setWritten] = useState({ name: batch.name, effectiveOn: batch.effectiveOn, formula });
  const [base, setBase] = useState({ version, text: textOf(written) });
  const draft = useCommand(act.prices.draft, {
    onDone: (answer, { name, effectiveOn, formula: rules }) =>
      setBase({ version: answer.version, text: textOf({ name, effectiveOn, formula: rules }) }),
  });
  const dirty = textOf(written) !== base.text;
  const order = () => ({ batchId: batch.id, version: base.version, ...written });
  return {
    ...written,
    version: base.version,
    dirty,
    saving: draft.pending,
    refusal: draft.refusal,
    change: (part) => setWritten((before) => ({ ...before, ...part })),
    save: async () => {
      const answer = await draft.send(order());
      if (answer !== undefined) notifications.show({ message: t('saved') });
    },
    saved: async () => (dirty ? (await draft.sendOrThrow(order())).version : base.version),
  };
}

function textOf(written: unknown): string {
  return JSON.stringify(written);
}
