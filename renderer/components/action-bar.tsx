import { Button, Tooltip } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type ReactNode, type Ref, useId } from 'react';
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
  size: ButtonSize;
};

type RefusedButtonProps = {
  label: ReactNode;
  size: ButtonSize;
  reasonId?: string;
  /** With what else a tooltip gives to its target. */
  ref?: Ref<HTMLButtonElement>;
};

/**
 * A refused action stays where it is and says why. `aria-disabled` instead of `disabled`: a disabled button cannot be
 * reached by keyboard, and its reason neither.
 */
function RefusedButton({ label, reasonId, ...tip }: RefusedButtonProps) {
  return (
    <Button
      {...tip}
      variant="default"
      className={styles.refused}
      aria-disabled="true"
      aria-describedby={reasonId}
      leftSection={<IconBan size={14} aria-hidden="true" />}
    >
      {label}
    </Button>
  );
}

function RefusedAction({ label, size, refusal }: { label: ReactNode; size: ButtonSize; refusal: Refusal }) {
  return (
    <Tooltip
      label={
        <div className={styles.tip}>
          <RefusalText refusal={refusal} />
        </div>
      }
    >
      <RefusedButton label={label} size={size} />
    </Tooltip>
  );
}

type RefusedTogether = { readonly refusal: Refusal; readonly actions: readonly { id: string; label: ReactNode }[] };

/** Actions with one and the same reason against them: the reason is read once. */
function RefusedGroup({ group, size }: { group: RefusedTogether; size: ButtonSize }) {
  const reasonId = useId();
  return (
    <div className={styles.inline} data-many={group.actions.length > 2 || undefined}>
      <div className={styles.together}>
        {group.actions.map(({ id, label }) => (
          <RefusedButton key={id} label={label} size={size} reasonId={reasonId} />
        ))}
      </div>
      <div id={reasonId} className={styles.why}>
        <RefusalText refusal={group.refusal} />
      </div>
    </div>
  );
}

function byReason<Action extends string>(can: Can<Action>, actions: readonly ActionSpec<Action>[]): RefusedTogether[] {
  const groups = new Map<string, { refusal: Refusal; actions: ActionSpec<Action>[] }>();
  for (const action of actions) {
    const refusal = refusalFor(can, action.id);
    if (refusal === undefined) continue;
    const key = JSON.stringify(refusal);
    const group = groups.get(key) ?? { refusal, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function OneAction<Action extends string>({ action, refusal, size }: OneActionProps<Action>) {
  useHotkey(action.hotkey ?? '', action.hotkey && !refusal && !action.busy ? action.onRun : undefined);
  if (refusal) return <RefusedAction label={action.label} refusal={refusal} size={size} />;
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

/** The actions of a record as buttons. Inline, the refused ones come after the allowed ones, beside their reason. */
export function ActionBar<Action extends string>({
  can,
  actions,
  explain = 'tooltip',
  size = 'sm',
  stacked,
}: ActionBarProps<Action>) {
  const shown = actions.filter((action) => knows(can, action.id));
  const inline = explain === 'inline';
  const buttons = inline ? shown.filter(({ id }) => refusalFor(can, id) === undefined) : shown;
  return (
    <div className={styles.bar} data-stacked={stacked || undefined}>
      {buttons.map((action) => (
        <OneAction key={action.id} action={action} refusal={refusalFor(can, action.id)} size={size} />
      ))}
      {inline &&
        byReason(can, shown).map((group) => <RefusedGroup key={group.actions[0]?.id} group={group} size={size} />)}
    </div>
  );
}
