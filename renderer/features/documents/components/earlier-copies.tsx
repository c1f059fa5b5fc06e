import { Checkbox, Input, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { reprintSaidSchema } from '#shared/api/documents.ts';
import { type EarlierCopies, keptOutReasons } from '#shared/domain/documents/reprints.ts';
import styles from './print-panel.module.css';

type EarlierCopiesFieldProps = {
  /** Numbers of the copies that are out. */
  readonly out: readonly number[];
  readonly said: EarlierCopies;
  readonly onSay: (said: EarlierCopies) => void;
};

/** What a reprint asks for: which of the copies that are out came back, and why the others stay out. */
export function EarlierCopiesField({ out, said, onSay }: EarlierCopiesFieldProps) {
  const { t } = useTranslation('prints');
  const back = out.filter((copy) => said.back.includes(copy));
  const toggle = (copy: number) =>
    onSay({ ...said, back: back.includes(copy) ? back.filter((one) => one !== copy) : [...back, copy] });
  return (
    <>
      <Input.Wrapper
        label={`${t('earlier.title')} ${t('earlier.count', { back: back.length, out: out.length })}`}
        description={t('earlier.text')}
        labelElement="div"
      >
        <div className={styles.copies} data-close>
          {out.map((copy) => (
            <Checkbox
              key={copy}
              size="xs"
              label={t('earlier.copy', { copy })}
              checked={back.includes(copy)}
              onChange={() => toggle(copy)}
            />
          ))}
        </div>
      </Input.Wrapper>
      {back.length < out.length && (
        <Select
          label={t('earlier.keptOut')}
          withAsterisk
          allowDeselect={false}
          data={keptOutReasons.map((value) => ({ value, label: t(`earlier.reasons.${value}`) }))}
          value={said.keptOut ?? null}
          onChange={(value) => onSay({ ...said, keptOut: keptOutReasons.find((one) => one === value) })}
        />
      )}
    </>
  );
}

/** What was said of a reprint when it was ordered, a sentence each. */
export function useReprintWords(): (said: z.output<typeof reprintSaidSchema>) => string[] {
  const { t } = useTranslation('prints');
  return ({ back, keptOut, sheetsLeft }) => [
    ...(back.length === 0 ? [] : [t('earlier.back', { copies: back.join('、') })]),
    ...(keptOut === null ? [] : [t('earlier.stayed', { reason: t(`earlier.reasons.${keptOut}`) })]),
    ...(sheetsLeft === null ? [] : [t('earlier.sheets', { count: sheetsLeft })]),
  ];
}
