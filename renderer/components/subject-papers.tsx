import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { documents } from '#shared/api/documents.ts';
import { type SheetName, sheetsOffered } from '#shared/domain/documents/sheets.ts';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { Loaded } from './data-states.tsx';
import { RefusalText } from './refusal-text.tsx';
import { Signal, StatusBadge } from './signal.tsx';
import styles from './subject-papers.module.css';
import { TakeBackDrawer } from './take-back-drawer.tsx';

/** A paper as the office presents it. */
export type Paper = z.output<typeof documents.ofSubject.output>[number];

const tones = { issuing: 'amber', issued: 'ok', voided: 'plain' } as const;

/** State of a paper as a word. */
export function PaperState({ state }: { state: Paper['state'] }) {
  const { t } = useTranslation('documents');
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}

type Allowed = true | Refusal | undefined;

const without = (allowed: Allowed): Refusal | undefined => (allowed === true ? undefined : allowed);

type SubjectPapersProps = {
  noun: PaperNoun;
  subjectId: number;
  /** The kinds of paper that the record has, the usual one first. */
  kinds: readonly DocumentKindName[];
  /** Kinds of which a new one may be issued though one stands: it takes its place where what it says has changed. */
  renews?: boolean | readonly DocumentKindName[];
  /** Whether a paper may be issued now, as the record says; of each kind where they differ. */
  allowed?: Allowed | ((kind: DocumentKindName) => Allowed);
};

/** The papers of a record, and the first step to one: issue it, look at it, print it, take its copies back. */
export function SubjectPapers({ noun, subjectId, kinds, renews = false, allowed = true }: SubjectPapersProps) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const [returning, setReturning] = useState<Paper>();
  const papers = useQuery(ask.documents.ofSubject({ noun, subjectId }));
  const show = (documentId: number) => void navigate({ to: `/contracts/documents/${documentId}` as string });
  const allows = (kind: DocumentKindName): Allowed => (typeof allowed === 'function' ? allowed(kind) : allowed);
  const offered = (rows: readonly Paper[]) =>
    kinds.filter((kind) => {
      const again = typeof renews === 'boolean' ? renews : renews.includes(kind);
      return again || !rows.some((paper) => paper.kind === kind && paper.state !== 'voided');
    });
  const refusalOf = (some: readonly DocumentKindName[]): Refusal | undefined =>
    some.map(allows).find((one) => one !== undefined && one !== true);
  const issue = useCommand(act.documents.issue, { onDone: ({ documentId }) => show(documentId) });
  return (
    <Loaded query={papers} skeletonRows={1}>
      {(rows) => {
        const open = offered(rows);
        // A record that has no paper at all says why, too.
        const refusal =
          refusalOf(open) ?? (kinds.length > 0 || typeof allowed === 'function' ? undefined : without(allowed));
        return (
          <div className={styles.papers}>
            {rows.map((paper) => (
              <div key={paper.id} className={styles.paper}>
                <span className={styles.what}>
                  <b>{t(`kinds.${paper.kind}`)}</b>
                  <small>
                    {[
                      paper.number,
                      t('version', { version: paper.issueVersion }),
                      ...(paper.sheet === null ? [] : [t(`sheetNames.${paper.sheet}`)]),
                    ].join(' · ')}
                  </small>
                </span>
                {paper.state === 'voided' && paper.copiesOutside > 0 ? (
                  <Signal tone="seal">{t('outside', { count: paper.copiesOutside })}</Signal>
                ) : (
                  <PaperState state={paper.state} />
                )}
                {paper.state === 'voided' && paper.can['takeBack'] === true && (
                  <Button variant="subtle" size="compact-sm" onClick={() => setReturning(paper)}>
                    {t('takeBack')}
                  </Button>
                )}
                <Button variant="subtle" size="compact-sm" onClick={() => show(paper.id)}>
                  {t('open')}
                </Button>
              </div>
            ))}
            {open.map((kind) => (
              <IssueButton
                key={kind}
                kind={kind}
                sheet={rows.find((paper) => paper.kind === kind && paper.state !== 'voided')?.sheet}
                pending={issue.pending}
                allowed={allows(kind) === true}
                onIssue={(sheet) =>
                  void issue.send({ kind, subjectId, noun, ...(sheet === undefined ? {} : { sheet }) })
                }
              />
            ))}
            {refusal && <RefusalText refusal={refusal} />}
            {issue.refusal && <RefusalText refusal={issue.refusal} />}
            {returning && <TakeBackDrawer paper={returning} onClose={() => setReturning(undefined)} />}
          </div>
        );
      }}
    </Loaded>
  );
}

type IssueButtonProps = {
  kind: DocumentKindName;
  /** The sheet of the one that stands. */
  sheet: SheetName | null | undefined;
  pending: boolean;
  allowed: boolean;
  onIssue: (sheet?: SheetName) => void;
};

/** Issues a paper; of one that is printed on several sheets, which one is chosen beside it. */
function IssueButton({ kind, sheet, pending, allowed, onIssue }: IssueButtonProps) {
  const { t } = useTranslation('documents');
  const sheets = sheetsOffered(kind);
  const [chosen, setChosen] = useState(sheet ?? sheets[0]);
  const button = (
    <Button variant="default" size="xs" loading={pending} disabled={!allowed} onClick={() => onIssue(chosen)}>
      {t(`issues.${kind}`)}
    </Button>
  );
  if (sheets.length === 0) return button;
  return (
    <span className={styles.issue}>
      {button}
      <SegmentedControl
        size="xs"
        aria-label={`${t(`kinds.${kind}`)} ${t('onSheet')}`}
        disabled={!allowed}
        data={sheets.map((one) => ({ value: one, label: t(`sheetNames.${one}`) }))}
        value={chosen ?? ''}
        onChange={(next) => setChosen(sheets.find((one) => one === next))}
      />
    </span>
  );
}
