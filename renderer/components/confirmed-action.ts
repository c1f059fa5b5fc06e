import type { ActionSpec } from './action-bar.tsx';
import { type Confirmation, confirmAct } from './confirm.tsx';

type Confirmed = Pick<ActionSpec<string>, 'id' | 'look'> &
  Omit<Confirmation, 'confirmLabel' | 'danger'> & { readonly label: string };

/** An action that is done once somebody has read what it brings about: its dialog bears the words of its button. */
export function confirmedAction({ id, look, label, ...ask }: Confirmed): ActionSpec<string> {
  const confirmation = { ...ask, confirmLabel: label, ...(look === 'danger' ? { danger: true } : {}) };
  return { id, label, ...(look === undefined ? {} : { look }), onRun: () => confirmAct(confirmation) };
}
