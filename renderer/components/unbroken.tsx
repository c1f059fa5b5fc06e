import { numberPieces } from '../lib/record-numbers.ts';
import styles from './values.module.css';

/** A sentence whose numbers stay whole at the end of a line: `RG-2026-0147`, `3-1-1802`, `2026-11-23`. */
export function Unbroken({ text }: { text: string }) {
  return numberPieces(text).map((piece, index) =>
    index % 2 === 1 ? (
      // The pieces of a sentence have no other identity than their place.
      <span key={`${index} ${piece}`} className={styles.unbroken}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
