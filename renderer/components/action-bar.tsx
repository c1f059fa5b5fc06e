import { Button, Tooltip } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type Can, knows, refusalFor } from '../lib/can.ts';
import { useHotkey } from '../lib/hotkeys.ts';
import styles from './action-bar.module.css';
import { RefusalText } from './refusal-text.tsx';

/** One action of a record: how its button looks and what it starts. Whether it is allowed stands in `can`. */
export type ActionSpec<Action extends string> = {
  id: Action;
  label: ReactNode;
  onRun: () => void;
  icon?: ReactNode;
  /** Primary is filled, at most one of a bar; danger is final or destroys. */
  look?: 'primary' | 'default' | 'danger';
  /** Works anywhere on the screen while the action is allowed, such as `Ctrl+P`. */
  hotkey?: string;
  busy?: boolean;
};

type ButtonSize = 'xs' | 'sm' | 'md';
type OneActionProps<Action extends string> = {
  action: ActionSpec<Action>;
  refusal: Refusal | undefined;
  explain: 'tooltip' | 'inline';
  size: ButtonSize;
};

/**
 * A refused action stays where it is and says why. `aria-disabled` instead of `disabled`: a disabled button cannot be
 * reached by keyboard, and its reason neither.
 */
function RefusedAction<Action extends string>({
  action,
  refusal,
  explain,
  size,
}: OneActionProps<Action> & { refusal: Refusal }) {
  const reasonId = useId();
  const button = (
    <Button
      variant="default"
      size={size}
      className={styles.refused}
      aria-disabled="true"
      aria-describedby={explain === 'inline' ? reasonId : undefined}
      leftSection={<IconBan size={14} aria-hidden="true" />}
    >
      {action.label}
    </Button>
  );
  if (explain === 'tooltip')
    return (
      <Tooltip
        label={
          <div className={styles.tip}>
            <RefusalText refusal={refusal} />
          </div>
        }
      >
        {button}
      </Tooltip>
    );
  return (
    <div className={styles.inline}>
      {button}
      <div id={reasonId} className={styles.why}>
        <RefusalText refusal={refusal} />
      </div>
    </div>
  );
}

function OneAction<Action extends string>({ action, refusal, explain, size }: OneActionProps<Action>) {
  useHotkey(action.hotkey ?? '', action.hotkey && !refusal && !action.busy ? action.onRun : undefined);
  if (refusal) return <RefusedAction action={action} refusal={refusal} explain={explain} size={size} />;
  const look = action.look ?? 'default';
  return (
    <Button
      variant={look === 'primary' ? 'filled' : 'default'}
      size={size}
      onClick={action.onRun}
      leftSection={action.icon}
      loading={action.busy ?? false}
      {...(look === 'danger' ? { className: styles.danger } : {})}
    >
      {action.label}
    </Button>
  );
}

type ActionBarProps<Action extends string> = {
  /** What the record allows; an action it does not know is not shown. */
  can: Can<Action>;
  actions: readonly ActionSpec<Action>[];
  /** Where a refusal's reason stands: in a tooltip (bars) or beside the button (panels). */
  explain?: 'tooltip' | 'inline';
  size?: ButtonSize;
  stacked?: boolean;
};

/** The actions of a record as buttons. Inline, the refused ones come after the allowed ones, each with its reason. */
export function ActionBar<Action extends string>({
  can,
  actions,
  explain = 'tooltip',
  size = 'sm',
  stacked,
}: ActionBarProps<Action>) {
  const shown = actions.filter((action) => knows(can, action.id));
  const ordered =
    explain === 'inline'
      ? shown.toSorted((a, b) => Number(!!refusalFor(can, a.id)) - Number(!!refusalFor(can, b.id)))
      : shown;
  return (
    <div className={styles.bar} data-stacked={stacked || undefined}>
      {ordered.map((action) => (
        <OneAction key={action.id} action={action} refusal={refusalFor(can, action.id)} explain={explain} size={size} />
      ))}
    </div>
  );
}
