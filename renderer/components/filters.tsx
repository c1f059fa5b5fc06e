import { Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../lib/format.ts';
import styles from './filters.module.css';

/** What narrows a list, side by side at the left of its tools; further lines where there is no room. */
export function FilterRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

type SearchFieldProps = {
  /** What can be searched for; stands in the empty field too. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  width: number;
};

/** Longest text that a list is searched for. */
const SEARCH_LENGTH = 60;

/** The search of a list. With `useSearchText` the address keeps what was typed. */
export function SearchField({ label, value, onChange, width }: SearchFieldProps) {
  return (
    <TextInput
      size="xs"
      w={width}
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={SEARCH_LENGTH}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type FilterSelectProps<Value extends string> = {
  label: string;
  /** Stands in the field while nothing is kept out. */
  all: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  width: number;
};

/** Narrows a list to one of several values; taken back, it keeps everything. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, all, options, value, onChange, width } = props;
  return (
    <Select
      w={width}
      size="xs"
      aria-label={label}
      placeholder={all}
      clearable
      data={[...options]}
      value={value ?? null}
      onChange={(next) => onChange(options.find((one) => one.value === next)?.value)}
    />
  );
}

/** One chip: what it keeps and how many records that is. */
export type FilterChip<Key extends string> = { key: Key; label: ReactNode; count?: number; mark?: ReactNode };

type FilterChipsProps<Key extends string> = {
  chips: readonly FilterChip<Key>[];
  /** Pressed chips. */
  active: readonly Key[];
  onToggle: (key: Key) => void;
  label?: string;
};

/** Filters with live counts. A pressed one is kept, none pressed keeps everything. */
export function FilterChips<Key extends string>({ chips, active, onToggle, label }: FilterChipsProps<Key>) {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.bar} role="group" aria-label={label ?? t('filters.label')}>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className={styles.chip}
          aria-pressed={active.includes(chip.key)}
          onClick={() => onToggle(chip.key)}
        >
          {chip.mark}
          <span>{chip.label}</span>
          {chip.count !== undefined && <b>{formatCount(chip.count)}</b>}
        </button>
      ))}
    </div>
  );
}

/** A filter in force, which can be taken off. */
export function AppliedFilter({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useTranslation('parts');
  return (
    <span className={styles.applied}>
      {label}
      <button type="button" aria-label={t('filters.remove', { label })} onClick={onRemove}>
        <IconX size={13} aria-hidden="true" />
      </button>
    </span>
  );
}

/** One numbered option of a field. */
export type Option<Value extends string> = { value: Value; label: string; note?: string };

type OptionButtonsProps<Value extends string> = {
  label: ReactNode;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  required?: boolean;
  /** Shows 1 to 9 before the labels; Alt and the digit choose while the focus is inside. */
  numbered?: boolean;
  /** Has the focus when the drawer around it opens. */
  autoFocus?: boolean;
  error?: ReactNode;
};

/** A choice of few: buttons in a row instead of a drop-down. Arrow keys move, digits choose. */
export function OptionButtons<Value extends string>(props: OptionButtonsProps<Value>) {
  const { label, options, value, onChange, required, numbered, autoFocus, error } = props;
  const labelId = useId();
  const errorId = useId();
  const current = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const choose = (index: number, group: HTMLElement): void => {
    const option = options[index];
    if (!option) return;
    onChange(option.value);
    group.querySelectorAll<HTMLElement>('[role=radio]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const digit = numbered && !event.ctrlKey ? Number(/^Digit([1-9])$/.exec(event.code)?.[1]) : Number.NaN;
    if (step === undefined && Number.isNaN(digit)) return;
    event.preventDefault();
    choose(step === undefined ? digit - 1 : (current + step + options.length) % options.length, event.currentTarget);
  };
  return (
    <div>
      <span className={styles.label} id={labelId}>
        {label}
        {required && <em aria-hidden="true"> *</em>}
      </span>
      <div
        className={styles.bar}
        role="radiogroup"
        aria-labelledby={labelId}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        onKeyDown={onKeyDown}
      >
        {options.map((option, index) => (
          // A radio input cannot hold a note and a digit; the pattern of a radio group with roving focus can.
          <button
            key={option.value}
            type="button"
            role="radio"
            className={`${styles.chip} ${styles.option}`}
            aria-checked={option.value === value}
            tabIndex={index === current ? 0 : -1}
            data-autofocus={(autoFocus && index === current) || undefined}
            onClick={() => onChange(option.value)}
          >
            {numbered && index < 9 && <small aria-hidden="true">{index + 1}</small>}
            {option.label}
            {option.note !== undefined && <small>{option.note}</small>}
          </button>
        ))}
      </div>
      {error !== undefined && error !== null && error !== false && error !== '' && (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
