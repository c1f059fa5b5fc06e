import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import type { Can } from '../lib/can.ts';
import { useHotkey } from '../lib/hotkeys.ts';
import { ActionBar } from './action-bar.tsx';
import { HotkeyHint } from './hotkey-hint.tsx';

/** Begins a change from its deal; the form opens at the first kind that is possible, and a number chooses another. */
const START = 'Alt+G';

type ChangeShortcutsProps = { subscriptionId: number; changes: Can<(typeof changeKinds)[number]> };

/** A button for every kind of change of a deal, which leads to its form; those that cannot be asked for now say why. */
export function ChangeShortcuts({ subscriptionId, changes }: ChangeShortcutsProps) {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  const toForm = (search: { kind?: (typeof changeKinds)[number] }) =>
    void navigate({ to: `/contracts/change/${subscriptionId}` as string, search: search as never });
  const possible = changeKinds.find((kind) => changes[kind] === true);
  useHotkey(START, possible === undefined ? undefined : () => toForm({ kind: possible }));
  return (
    <>
      <ActionBar
        can={changes}
        explain="inline"
        size="xs"
        actions={changeKinds.map((kind) => ({
          id: kind,
          label: t(`kinds.${kind}`),
          onRun: () => toForm({ kind }),
        }))}
      />
      {possible !== undefined && <HotkeyHint keys={START}>{t('make.start')}</HotkeyHint>}
    </>
  );
}
