import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import styles from './imports.module.css';

type ImportResultProps = {
  title: string;
  /** What was written, and what comes next. */
  text: readonly string[];
  /** Where it goes on, the likeliest first. */
  ways: readonly { label: string; to: string }[];
  again: { label: string; onRun: () => void };
};

/** An import that is written: what it was, and where it goes on. */
export function ImportResult({ title, text, ways, again }: ImportResultProps) {
  const navigate = useNavigate();
  return (
    <div className={styles.done} role="status">
      <h2>
        <IconCheck size={18} aria-hidden="true" />
        {title}
      </h2>
      {text.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={styles.moves}>
        {ways.map(({ label, to }, index) => (
          <Button
            key={to}
            {...(index === 0 ? {} : { variant: 'default' })}
            onClick={() => void navigate({ to: to as string })}
          >
            {label}
          </Button>
        ))}
        <Button variant="default" onClick={again.onRun}>
          {again.label}
        </Button>
      </div>
    </div>
  );
}
