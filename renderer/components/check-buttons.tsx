import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import styles from './filters.module.css';
import type { Option } from './filters.tsx';

type CheckButtonsProps<Value extends string> = {
  label: ReactNode;
  options: readonly Option<Value>[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
};

/** Several of few: numbered buttons in a row. Arrow keys move, digits and the space bar tick. */
export function CheckButtons<Value extends string>({ label, options, values, onChange }: CheckButtonsProps<Value>) {
  const labelId = useId();
  const [at, setAt] = useState(0);
  const toggle = (value: Value): void =>
    onChange(options.map((option) => option.value).filter((one) => values.includes(one) !== (one === value)));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1]);
    const next = step === undefined ? digit - 1 : (at + step + options.length) % options.length;
    const option = options[next];
    if (option === undefined) return;
    event.preventDefault();
    setAt(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=checkbox]')[next]?.focus();
    if (step === undefined) toggle(option.value);
  };
  return (
    <div>
      <span className={styles.label} id={labelId}>
        {label}
      </span>
      <div className={styles.bar} role="group" aria-labelledby={labelId} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          // A checkbox input cannot hold a digit beside its words and look like the radio buttons of the same form.
          <button
            key={option.value}
            type="button"
            role="checkbox"
            className={`${styles.chip} ${styles.option}`}
            aria-checked={values.includes(option.value)}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            onClick={() => toggle(option.value)}
          >
            {index < 9 && <small aria-hidden="true">{index + 1}</small>}
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}
