import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { documents } from '#shared/api/documents.ts';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { Loaded } from './data-states.tsx';
import { RefusalText } from './refusal-text.tsx';
import { StatusBadge } from './signal.tsx';
import styles from './subject-papers.module.css';

/** A paper as the office presents it. */
export type Paper = z.output<typeof documents.ofSubject.output>[number];

const tones = { issuing: 'amber', issued: 'ok', voided: 'plain' } as const;

/** State of a paper as a word. */
export function PaperState({ state }: { state: Paper['state'] }) {
  const { t } = useTranslation('documents');
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}

type SubjectPapersProps = {
  noun: PaperNoun;
  subjectId: number;
  kind: DocumentKindName;
  /** Whether a paper may be issued now, as the record says. */
  allowed?: true | Refusal | undefined;
};

/** The papers of a record, and the first step to one: issue it, then look at it and print. */
export function SubjectPapers({ noun, subjectId, kind, allowed = true }: SubjectPapersProps) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const papers = useQuery(ask.documents.ofSubject({ noun, subjectId }));
  const show = (documentId: number) => void navigate({ to: `/contracts/documents/${documentId}` as string });
  const issue = useCommand(act.documents.issue, { onDone: ({ documentId }) => show(documentId) });
  return (
    <Loaded query={papers} skeletonRows={1}>
      {(rows) => (
        <div className={styles.papers}>
          {rows.map((paper) => (
            <div key={paper.id} className={styles.paper}>
              <span className={styles.what}>
                <b>{t(`kinds.${paper.kind}`)}</b>
                <small>
                  {paper.number} · {t('version', { version: paper.issueVersion })}
                </small>
              </span>
              <PaperState state={paper.state} />
              <Button variant="subtle" size="compact-sm" onClick={() => show(paper.id)}>
                {t('open')}
              </Button>
            </div>
          ))}
          {!rows.some(({ state }) => state !== 'voided') && (
            <Button
              variant="default"
              size="xs"
              loading={issue.pending}
              disabled={allowed !== true}
              onClick={() => void issue.send({ kind, subjectId })}
            >
              {t('issue', { kind: t(`kinds.${kind}`) })}
            </Button>
          )}
          {allowed !== true && rows.length === 0 && <RefusalText refusal={allowed} />}
          {issue.refusal && <RefusalText refusal={issue.refusal} />}
        </div>
      )}
    </Loaded>
  );
}
