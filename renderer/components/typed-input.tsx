import { TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What every field of a form takes; `form.getInputProps(name)` gives value, onChange, onBlur, onFocus and error. */
export type FieldProps<Value> = {
  label: ReactNode;
  /** Names a field whose label stands elsewhere, as in a list. */
  'aria-label'?: string;
  value: Value | null | undefined;
  onChange: (value: Value | null) => void;
  onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void;
  onFocus?: (event: React.FocusEvent<HTMLInputElement>) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  description?: ReactNode;
  autoFocus?: boolean;
  name?: string;
};

/** Reads typed text: a value, nothing (null), or the sentence of what is wrong with it. */
export type ReadText<Value> = (text: string) => { value: Value | null } | { problem: string };

type TypedInputProps<Value> = FieldProps<Value> & {
  read: ReadText<Value>;
  write: (value: Value) => string;
  /** What stands at the right end, such as the count of digits typed so far. */
  aside?: (text: string) => ReactNode;
  /** Hears every keystroke, also of text that is no value yet. */
  onText?: ((text: string) => void) | undefined;
} & Pick<TextInputProps, 'className' | 'rightSectionWidth' | 'inputMode' | 'maxLength' | 'inputWrapperOrder' | 'size'>;

/**
 * A text field whose value is not text. It reports a value as soon as the text is one, rewrites the text when the field
 * is left, and then says in words what is wrong with a text that is none. Such a field also keeps its form from being
 * sent (`setCustomValidity`), for a mistyped amount must not pass for an empty one.
 */
export function TypedInput<Value>(props: TypedInputProps<Value>) {
  const { value, onChange, onBlur, read, write, aside, onText, error, required, ...rest } = props;
  const written = value === null || value === undefined ? '' : write(value);
  const [text, setText] = useState(written);
  const [left, setLeft] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  const result = read(text);
  const problem = 'problem' in result ? result.problem : '';
  const same = 'value' in result && (result.value ?? null) === (value ?? null);
  // A value set from outside replaces the text; one that merely follows the typing does not.
  const [seen, setSeen] = useState(written);
  if (seen !== written) {
    setSeen(written);
    if (!same) setText(written);
  }
  useEffect(() => input.current?.setCustomValidity(problem), [problem]);
  return (
    <TextInput
      {...rest}
      ref={input}
      rightSection={aside?.(text)}
      withAsterisk={required ?? false}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={left && problem !== '' ? problem : error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        setLeft(false);
        onText?.(typed);
        const now = read(typed);
        onChange('value' in now ? now.value : null);
      }}
      onBlur={(event) => {
        setLeft(true);
        if ('value' in result) setText(result.value === null ? '' : write(result.value));
        onBlur?.(event);
      }}
    />
  );
}
