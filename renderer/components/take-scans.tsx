import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { scans as scansApi } from '#shared/api/scans.ts';
import { attachmentEndings } from '#shared/domain/attachments/files.ts';
import { SCAN_MEGABYTES } from '#shared/domain/scans/reading.ts';
import { base64OfFile } from '../lib/bytes.ts';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { FileDrop } from './file-drop.tsx';
import { RefusalText } from './refusal-text.tsx';
import styles from './scans.module.css';
import { Signal } from './signal.tsx';

/** What came of the files that were dropped. */
export type TakenScans = z.output<typeof scansApi.take.output>;

/** How often the office is asked how far it is, ms. */
const ASK_MS = 300;

/** A place to drop scans on: they are read one file after the other, and it is said what came of them. */
export function TakeScans({ hint, onTaken }: { hint?: string; onTaken?: (taken: TakenScans) => void }) {
  const [name, setName] = useState('');
  const [taken, setTaken] = useState<Omit<TakenScans, 'stackId'>>();
  const take = useCommand(act.scans.take, { onDone: (answer) => onTaken?.(answer) });
  const send = async (files: readonly File[]): Promise<void> => {
    const sum = { pages: 0, filed: 0, waiting: 0 };
    setTaken(undefined);
    for (const file of files) {
      setName(file.name);
      const answer = await take.send({ file: { name: file.name, content: await base64OfFile(file) } });
      // What is refused stops the rest, so that its reason is read.
      if (answer === undefined) break;
      sum.pages += answer.pages;
      sum.filed += answer.filed;
      sum.waiting += answer.waiting;
    }
    setName('');
    if (sum.pages > 0) setTaken(sum);
  };
  if (name !== '') return <Reading name={name} />;
  return (
    <div className={styles.take}>
      <FileDrop
        endings={attachmentEndings}
        maxMegabytes={SCAN_MEGABYTES}
        multiple
        onFiles={(files) => void send(files)}
      />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {taken && <Taken taken={taken} />}
      {take.refusal && (
        <div role="alert">
          <RefusalText refusal={take.refusal} />
        </div>
      )}
    </div>
  );
}

function Taken({ taken: { pages, filed, waiting } }: { taken: Omit<TakenScans, 'stackId'> }) {
  const { t } = useTranslation('scans');
  return (
    <p className={styles.taken} role="status">
      <span>{t('doneTitle', { count: pages })}</span>
      <Signal tone="ok">{waiting === 0 ? t('doneAll') : t('done', { count: filed })}</Signal>
      {waiting > 0 && <Signal tone="amber">{t('doneWaiting', { count: waiting })}</Signal>}
    </p>
  );
}

/** How far the file of this window is, and the way out: nothing of it is kept then. */
function Reading({ name }: { name: string }) {
  const { t } = useTranslation('scans');
  const { data } = useQuery({ ...ask.scans.progress({}), refetchInterval: ASK_MS, gcTime: 0, staleTime: 0 });
  const stop = useCommand(act.scans.stop);
  const pages = data?.pages ?? null;
  const percent = pages === null || pages.of === 0 ? undefined : Math.floor((pages.done / pages.of) * 100);
  return (
    <div className={styles.reading}>
      <p role="status">{t('reading', { name })}</p>
      <Progress value={percent ?? 100} animated={percent === undefined} size="sm" aria-label={t('reading', { name })} />
      <p className={styles.hint}>{pages === null ? t('opening') : t('pagesRead', { ...pages })}</p>
      <Button variant="default" size="xs" loading={stop.pending} onClick={() => void stop.send({})}>
        {t('stop')}
      </Button>
    </div>
  );
}
