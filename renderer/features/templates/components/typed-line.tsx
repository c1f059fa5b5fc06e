import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

type TypedLineProps = {
  label: string;
  value: string;
  maxLength: number;
  /** As many lines as the words take; one where it is left out. */
  grows?: boolean;
  onTyped: (words: string) => void;
};

/**
 * A line of a text that is never empty and has no blanks at its ends: while one types it may be both, and what is kept is
 * the last that it said.
 */
export function TypedLine({ label, value, maxLength, grows, onTyped }: TypedLineProps) {
  const [typed, setTyped] = useState<string>();
  // What was undone or kept otherwise meanwhile stands above what was typed.
  const shown = typed !== undefined && (typed.trim() === '' || typed.trim() === value) ? typed : value;
  const props = {
    'aria-label': label,
    maxLength,
    value: shown,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      // A line break that was pasted is none of a line.
      const words = event.currentTarget.value.replace(/\s*\n\s*/gu, '');
      setTyped(words);
      if (words.trim() !== '') onTyped(words.trim());
    },
    onBlur: () => setTyped(undefined),
  };
  return grows === true ? <Textarea autosize minRows={1} {...props} /> : <TextInput {...props} />;
}
