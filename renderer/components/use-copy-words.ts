import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { custody } from '#shared/api/custody.ts';

type Originals = z.output<typeof custody.ofContract.output>;
type Named = Pick<Originals['open'][number], 'paper' | 'copyNo' | 'copyOf'>;
type Placed = Pick<Originals['copies'][number], 'place' | 'box' | 'borrower' | 'backOn'>;

/** Gives the words of a copy of a signed paper: which it is, and where it lies or who has it. */
export function useCopyWords() {
  const { t } = useTranslation('custody');
  return {
    nameOf: ({ paper, copyNo, copyOf }: Named) => `${t(`papers.${paper}`)} ${t('copyShort', { copyNo, copyOf })}`,
    whereOf: ({ place, box, borrower, backOn }: Placed) => {
      if (place === 'lent') return t('lentTo', { name: borrower, backOn: backOn ?? '' });
      return box === null ? '' : `${box.number} · ${t('onShelf', { room: box.room, shelf: box.shelf })}`;
    },
  };
}
