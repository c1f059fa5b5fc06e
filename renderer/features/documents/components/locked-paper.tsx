import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { act } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { keptPaperReasons } from '#shared/domain/documents/states.ts';

/** A paper that is not simply shown: its content was destroyed, or it names somebody who may not be found by way of it. */
export function LockedPaper({ paper }: { paper: Paper }) {
  const { t } = useTranslation('documents');
  const person = usePerson();
  const open = useCommand(act.documents.openKept);
  if (paper.erased) return <EmptyState title={t('erased')} text={t('erasedText')} />;
  const run = () =>
    confirmAct({
      title: t('kept.open'),
      consequence: t('kept.consequence'),
      confirmLabel: t('kept.open'),
      reasonsLabel: t('kept.reasonsLabel'),
      reasons: keptPaperReasons.map((value) => ({ value, label: t(`kept.reasons.${value}`) })),
      reason: 'optional',
      onConfirm: (words, chosen) => {
        const reason = keptPaperReasons.find((one) => one === chosen) ?? 'other';
        return open.sendOrThrow({ documentId: paper.id, reason, words });
      },
    });
  if (!person.may('documents.openKept'))
    return (
      <EmptyState
        title={t('kept.title')}
        text={<RefusalText refusal={{ code: 'PAPER_KEPT', params: { number: paper.number } }} />}
      />
    );
  return (
    <EmptyState
      title={t('kept.title')}
      text={t('kept.text')}
      action={
        <Button variant="default" onClick={run}>
          {t('kept.open')}
        </Button>
      }
    />
  );
}
