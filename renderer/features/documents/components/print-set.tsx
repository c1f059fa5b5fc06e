import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import styles from './print-set.module.css';

/** A paper that goes to the printer, and in how many copies. */
export type SetLine = { readonly paper: Paper; readonly copies: number };

/** Sheets that some papers take: two pages on each where both sides are printed, each copy on sheets of its own. */
export function sheetsOf(lines: readonly SetLine[], duplex: boolean): number {
  return lines.reduce((sum, { paper, copies }) => {
    const pages = paper.pages ?? 0;
    return sum + copies * (duplex ? Math.ceil(pages / 2) : pages);
  }, 0);
}

/** Copies of a paper that are still to be printed. */
export function copiesLeft(paper: Paper): number {
  return Math.max(paper.copiesDue - paper.copiesPrinted, 0);
}

type PrintSetProps = {
  paper: Paper;
  copies: number;
  /** Other papers of the same record that wait for their copies. */
  others: readonly Paper[];
  chosen: readonly number[];
  onChoose: (chosen: readonly number[]) => void;
};

/** What goes to the printer together: this paper, and others of the same deal whose copies are still to be printed. */
export function PrintSet({ paper, copies, others, chosen, onChoose }: PrintSetProps) {
  const { t } = useTranslation('documents');
  if (others.length === 0) return null;
  const toggle = (id: number) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <table className={styles.set}>
      <thead>
        <tr>
          <th scope="col">{t('set.paper')}</th>
          <th scope="col">{t('set.pages')}</th>
          <th scope="col">{t('set.copies')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <Checkbox size="xs" checked readOnly disabled label={t(`kinds.${paper.kind}`)} />
          </td>
          <td>{paper.pages}</td>
          <td>{copies}</td>
        </tr>
        {others.map((one) => (
          <tr key={one.id}>
            <td>
              <Checkbox
                size="xs"
                checked={chosen.includes(one.id)}
                onChange={() => toggle(one.id)}
                label={t(`kinds.${one.kind}`)}
              />
            </td>
            <td>{one.pages}</td>
            <td>{copiesLeft(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
