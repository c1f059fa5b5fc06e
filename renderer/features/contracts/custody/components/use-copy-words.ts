import { useTranslation } from 'react-i18next';
import type { Copy, OpenCopy } from '../custody-types.ts';

/** Gives the words of a copy: which it is, and where it lies or who has it. */
export function useCopyWords() {
  const { t } = useTranslation('custody');
  return {
    nameOf: ({ paper, copyNo, copyOf }: Pick<OpenCopy, 'paper' | 'copyNo' | 'copyOf'>) =>
      `${t(`papers.${paper}`)} ${t('copyShort', { copyNo, copyOf })}`,
    whereOf: ({ place, box, borrower, backOn }: Pick<Copy, 'place' | 'box' | 'borrower' | 'backOn'>) => {
      if (place === 'lent') return t('lentTo', { name: borrower, backOn: backOn ?? '' });
      return box === null ? '' : `${box.number} · ${t('onShelf', { room: box.room, shelf: box.shelf })}`;
    },
  };
}
