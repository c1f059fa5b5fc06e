import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useToday } from '#renderer/lib/clock.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { attachments as attachmentsApi } from '#shared/api/attachments.ts';
import styles from './attachments.module.css';
import { confirmAct } from './confirm.tsx';
import { RefusalText } from './refusal-text.tsx';

type Listed = z.output<typeof attachmentsApi.ofSubject.output>;
type Named = { readonly id: number; readonly fileName: string; readonly version: number };

/** How long a notice with a way back stays, ms: long enough to read it and to reach its button. */
const NOTICE_MS = 12_000;

/** Puts a removed file back and says so, or says why not: whoever asks may have left the list by then. */
function usePutBack() {
  const { t } = useTranslation('attachments');
  const restore = useCommand(act.attachments.restore);
  const putBack = async ({ id, fileName: name, version }: Named): Promise<void> => {
    try {
      await restore.sendOrThrow({ attachmentId: id, version });
      notifications.show({ message: t('putBackDone', { name }) });
    } catch (error) {
      notifications.show({ color: 'seal', message: <RefusalText refusal={refusalOf(error)} /> });
    }
  };
  return { putBack, pending: restore.pending };
}

/** Asks why a file is removed, removes it, and offers the way back in the notice. */
export function useRemoveFile(): (file: Named) => void {
  const { t } = useTranslation('attachments');
  const remove = useCommand(act.attachments.remove);
  const { putBack } = usePutBack();
  return ({ id, fileName: name, version }) =>
    confirmAct({
      title: t('removeTitle', { name }),
      consequence: t('removeConsequence'),
      confirmLabel: t('remove'),
      danger: true,
      reason: 'required',
      onConfirm: async (reason) => {
        const removed = await remove.sendOrThrow({ attachmentId: id, version, reason });
        const notice = notifications.show({
          autoClose: NOTICE_MS,
          message: (
            <span className={styles.notice}>
              {t('removed', { name })}
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  notifications.hide(notice);
                  void putBack({ id, fileName: name, version: removed.version });
                }}
              >
                {t('undo')}
              </Button>
            </span>
          ),
        });
      },
    });
}

/** What was taken off a record, folded away: by whom, when and why, each with the way back. */
export function RemovedFiles({ removed }: Pick<Listed, 'removed'>) {
  const { t } = useTranslation('attachments');
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { putBack, pending } = usePutBack();
  if (removed.length === 0) return null;
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        {t('removedFiles', { count: removed.length })}
      </Button>
      {open && (
        <ul className={styles.removed}>
          {removed.map((file) => (
            <li key={file.id}>
              <div className={styles.what}>
                <b>{file.fileName}</b>
                {file.reason !== '' && <span>{file.reason}</span>}
                <small>
                  {t('removedBy', { name: file.removedBy.name, at: formatDateTimeShort(file.removedAt, today) })}
                </small>
              </div>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('putBackLabel', { name: file.fileName })}
                disabled={pending}
                onClick={() => void putBack(file)}
              >
                {t('putBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
