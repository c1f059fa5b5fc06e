import { useTranslation } from 'react-i18next';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import styles from './state.module.css';

/** Form of a mark: round is free, outline is taken for a while, solid is a deal, dashed is off the market. */
export type MarkForm = 'round' | 'outline' | 'solid' | 'dashed';

/** The form that repeats each state beside its colour and its letter. */
export const unitMarkForms: Readonly<Record<UnitCommercialState, MarkForm>> = {
  unreleased: 'dashed',
  available: 'round',
  locked: 'outline',
  held: 'outline',
  booked: 'outline',
  subscribed: 'solid',
  drafting: 'solid',
  signed: 'solid',
  paidUp: 'solid',
  frozen: 'dashed',
  notForSale: 'dashed',
};

/** The mark of a unit's state: a letter in a form. Decorative: the name stands beside it or in a label. */
export function UnitMark({ state }: { state: UnitCommercialState }) {
  const { t } = useTranslation('unitStates');
  return (
    <i className={styles.mark} data-form={unitMarkForms[state]} data-unit-state={state} aria-hidden="true">
      {t(`mark.${state}`)}
    </i>
  );
}

/** The commercial state of a unit: mark and name, with a note such as the room or until when. */
export function UnitStateBadge({ state, note }: { state: UnitCommercialState; note?: string }) {
  const { t } = useTranslation('unitStates');
  const hatched = state === 'frozen' || state === 'notForSale';
  return (
    <span className={styles.badge} data-unit-state={state} data-hatched={hatched || undefined}>
      <UnitMark state={state} />
      {t(`name.${state}`)}
      {note !== undefined && <em>{note}</em>}
    </span>
  );
}
