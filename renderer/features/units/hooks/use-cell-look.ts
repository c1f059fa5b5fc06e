import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useToday } from '#renderer/lib/clock.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CellWords } from '../board/cell-element.ts';
import type { CellFigure, CellLook } from '../board/cell-text.ts';
import { noMark } from '../board/mark-images.ts';
import { useMarkImages } from './use-mark-images.ts';

/** One word for each state, looked up beforehand: hundreds of cells may be painted in a frame. */
function wordsOf(word: (state: UnitCommercialState) => string): (state: UnitCommercialState) => string {
  const words = new Map(unitCommercialStates.map((state) => [state, word(state)]));
  return (state) => words.get(state) ?? '';
}

/** How cells read now or at an instant of the past, and their words, for the painter. */
export function useCellLook(figure: CellFigure, at?: number): { lookNow: () => CellLook; words: CellWords } {
  const language = useLanguage();
  const today = useToday();
  const clock = useClock();
  const { t } = useTranslation('unitStates');
  const marks = useMarkImages();
  return useMemo(
    () => ({
      lookNow: () => ({ figure, language, today: at === undefined ? today : dayOf(at), now: at ?? clock.now() }),
      words: {
        mark: (state) => marks?.[state] ?? noMark,
        name: wordsOf((state) => t(`name.${state}`)),
      },
    }),
    [figure, language, today, clock, t, at, marks],
  );
}
