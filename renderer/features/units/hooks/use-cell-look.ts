import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useToday } from '#renderer/lib/clock.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CellFigure, CellLook } from '../board/cell-text.ts';

/** How cells read now or at an instant of the past. */
export function useCellLook(figure: CellFigure, at?: number, buyers?: ReadonlyMap<number, string>): () => CellLook {
  const language = useLanguage();
  const today = useToday();
  const clock = useClock();
  const { t } = useTranslation('units');
  const seized = t('encumbrance.seized');
  return useMemo(
    () => () => ({
      ...{ figure, language, seized, buyers },
      today: at === undefined ? today : dayOf(at),
      now: at ?? clock.now(),
    }),
    [figure, language, seized, today, clock, at, buyers],
  );
}

/** The names of the states, looked up beforehand: hundreds of cells may be painted in a frame. */
export function useStateNames(): (state: UnitCommercialState) => string {
  const { t } = useTranslation('unitStates');
  return useMemo(() => {
    const names = new Map(unitCommercialStates.map((state) => [state, t(`name.${state}`)]));
    return (state) => names.get(state) ?? '';
  }, [t]);
}
