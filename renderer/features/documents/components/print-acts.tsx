import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import type { Can } from '#renderer/lib/can.ts';
import { act, thisPc } from '#renderer/lib/office.ts';
import { queueStanding } from '#renderer/lib/queue-standing.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { usePrinting } from '#renderer/lib/use-printing.ts';
import type { PrintState } from '#shared/domain/documents/states.ts';
import styles from './print-panel.module.css';
import { SpoiledDrawer } from './spoiled-drawer.tsx';

/** What is known of a print job wherever it is shown. */
export type JobFacts = {
  readonly id: number;
  readonly number: string;
  readonly printer: string;
  readonly tray: string;
  /** The queue's name of the job, and whether the queue is this PC's. */
  readonly jobName: string;
  readonly here: boolean;
  readonly state: PrintState;
  readonly firstCopy: number;
  readonly copies: number;
  readonly spoiled: readonly { readonly copy: number; readonly reason: string }[];
  readonly can: Can<string>;
};

/** Which copies a print makes: 第 1–4 份. */
export function useCopiesText(): (job: Pick<JobFacts, 'firstCopy' | 'copies'>) => string {
  const { t } = useTranslation('prints');
  return ({ firstCopy, copies }) =>
    copies === 1 ? t('copy', { first: firstCopy }) : t('copies', { first: firstCopy, last: firstCopy + copies - 1 });
}

/** What somebody can say of a print job: all good with one click, some spoiled, nothing came out; again, or not at all. */
export function PrintActs({ job, printerTitle }: { job: JobFacts; printerTitle?: string }) {
  const { t } = useTranslation('prints');
  const copiesText = useCopiesText();
  const [spoiling, setSpoiling] = useState(false);
  const printing = usePrinting();
  const told = (good: number, spoiled: number) =>
    notifications.show({
      message: spoiled > 0 ? t('confirmedSpoiled', { good, spoiled }) : t('confirmed', { count: good }),
    });
  const confirm = useCommand(act.prints.confirm, { onDone: ({ good, spoiled }) => told(good, spoiled) });
  const nothing = useCommand(act.prints.nothingOut);
  const cancel = useCommand(act.prints.cancel);
  const [asking, setAsking] = useState(false);
  /** Asks the queue first: what it still holds or gave up is confirmed only by somebody who says that they have seen the paper. */
  const confirmAll = async (): Promise<void> => {
    setAsking(true);
    const standing = await queueStanding(job).finally(() => setAsking(false));
    if (standing === 'through') {
      await confirm.send({ printId: job.id, spoiled: [] });
      return;
    }
    confirmAct({
      title: t('queueTitle', { number: job.number }),
      consequence: t(`queue.${standing}`, { copies: copiesText(job) }),
      confirmLabel: t('queueConfirm'),
      onConfirm: () => confirm.sendOrThrow({ printId: job.id, spoiled: [] }),
    });
  };
  const may = (action: string) => job.can[action] === true;
  const { number } = job;
  const askNothing = () =>
    confirmAct({
      title: t('nothingTitle', { number }),
      consequence: t('nothingConsequence', { copies: copiesText(job) }),
      confirmLabel: t('nothingOut'),
      onConfirm: async () => {
        // What still waits in this PC's queue must not come out after its numbers were given to another print.
        if (job.here && job.jobName !== '') await (await thisPc()).printers.withdraw({ jobId: job.jobName });
        return nothing.sendOrThrow({ printId: job.id });
      },
    });
  const askCancel = () =>
    confirmAct({
      title: t('cancelTitle', { number }),
      consequence: t('cancelConsequence', { copies: copiesText(job) }),
      confirmLabel: t('cancel'),
      reason: 'required',
      onConfirm: (reason) => cancel.sendOrThrow({ printId: job.id, reason }),
    });
  const refusal = confirm.refusal ?? printing.refusal;
  return (
    <>
      <div className={styles.acts}>
        {may('confirm') && (
          <Button size="compact-sm" loading={confirm.pending || asking} onClick={() => void confirmAll()}>
            {t('allGood')}
          </Button>
        )}
        {may('confirm') && (
          <Button size="compact-sm" variant="default" onClick={() => setSpoiling(true)}>
            {t('someSpoiled')}
          </Button>
        )}
        {may('nothingOut') && (
          <Button size="compact-sm" variant="default" onClick={askNothing}>
            {t('nothingOut')}
          </Button>
        )}
        {may('retry') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={printing.pending}
            onClick={() => void printing.retry({ printId: job.id, printer: job.printer, tray: job.tray })}
          >
            {t('retry')}
          </Button>
        )}
        {may('cancel') && (
          <Button size="compact-sm" variant="subtle" onClick={askCancel}>
            {t('cancel')}
          </Button>
        )}
        {may('spoil') && job.spoiled.length < job.copies && (
          <Button size="compact-sm" variant="subtle" onClick={() => setSpoiling(true)}>
            {t('spoilMore')}
          </Button>
        )}
      </div>
      {refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText
            refusal={
              printerTitle === undefined || refusal.params?.['printer'] === undefined
                ? refusal
                : { ...refusal, params: { ...refusal.params, printer: printerTitle } }
            }
          />
        </div>
      )}
      {spoiling && <SpoiledDrawer job={job} onClose={() => setSpoiling(false)} />}
    </>
  );
}
