import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CaseDetail } from '../case-list.ts';
import styles from './cases.module.css';

type Paper = CaseDetail['papers'][number];

/** How many papers of a checklist are there, of those the case waits for. */
export function countPapers(papers: readonly Paper[]): { readonly there: number; readonly all: number } {
  const needed = papers.filter(({ optional }) => !optional);
  return { there: needed.filter((paper) => paper.got >= paper.needed).length, all: needed.length };
}

/** The papers of a case: how many copies are needed and here, and whether the original was seen. */
export function Checklist({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const collect = useCommand(act.cases.collect);
  const { row, papers, version } = detail;
  const editable = detail.can['collect'] === true;
  const save = ({ kind }: Paper, change: { got: number; original: boolean }) =>
    void collect.send({ caseId: row.id, version, paper: kind, ...change });
  return (
    <>
      <table className={styles.papers} aria-label={t('checklist')}>
        <thead>
          <tr>
            <th scope="col">{t('paper')}</th>
            <th scope="col" className={styles.number}>
              {t('needed')}
            </th>
            <th scope="col" className={styles.number}>
              {t('got')}
            </th>
            <th scope="col">{t('original')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <PaperRow
              // Counts that another window wrote replace what stands in the field.
              key={`${paper.kind} ${paper.got}`}
              paper={paper}
              editable={editable && !collect.pending}
              onSave={(change) => save(paper, change)}
            />
          ))}
        </tbody>
      </table>
      {collect.refusal && <RefusalBox refusal={collect.refusal} />}
    </>
  );
}

type PaperRowProps = {
  paper: Paper;
  editable: boolean;
  onSave: (change: { got: number; original: boolean }) => void;
};

function PaperRow({ paper, editable, onSave }: PaperRowProps) {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState<number | string>(paper.got);
  const name = t(`papers.${paper.kind}`);
  const leave = () => {
    const got = typeof typed === 'number' ? typed : paper.got;
    setTyped(got);
    if (got !== paper.got) onSave({ got, original: paper.original });
  };
  const missing = paper.needed - paper.got;
  return (
    <tr>
      <td>{paper.optional ? t('optionalPaper', { paper: name }) : name}</td>
      <td className={styles.number}>{paper.needed}</td>
      <td className={styles.number}>
        {editable ? (
          <NumberInput
            className={styles.got}
            size="xs"
            hideControls
            min={0}
            max={99}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            aria-label={t('gotOf', { paper: name })}
            value={typed}
            onChange={setTyped}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
            }}
          />
        ) : (
          paper.got
        )}
      </td>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('originalOf', { paper: name })}
          checked={paper.original}
          disabled={!editable}
          onChange={(event) => onSave({ got: paper.got, original: event.currentTarget.checked })}
        />
      </td>
      <td>
        {missing <= 0 ? (
          <Signal tone="ok">{t('there')}</Signal>
        ) : paper.got === 0 && paper.optional ? (
          <Signal tone="plain">{t('none')}</Signal>
        ) : (
          <Signal tone={paper.optional ? 'plain' : 'seal'}>{t('short', { count: missing })}</Signal>
        )}
      </td>
    </tr>
  );
}
