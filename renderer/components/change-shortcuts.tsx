import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import type { Can } from '../lib/can.ts';
import { ActionBar } from './action-bar.tsx';

type ChangeShortcutsProps = { subscriptionId: number; changes: Can<(typeof changeKinds)[number]> };

/** A button for every kind of change of a deal, which leads to its form; those that cannot be asked for now say why. */
export function ChangeShortcuts({ subscriptionId, changes }: ChangeShortcutsProps) {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  return (
    <ActionBar
      can={changes}
      explain="inline"
      size="xs"
      actions={changeKinds.map((kind) => ({
        id: kind,
        label: t(`kinds.${kind}`),
        onRun: () => void navigate({ to: `/contracts/change/${subscriptionId}` as string, search: { kind } as never }),
      }))}
    />
  );
}
