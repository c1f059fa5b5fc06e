import { Button, Progress, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBatch } from '#shared/api/paper-batches.ts';
import { type BatchNoun, batchKinds, MOST_IN_BATCH, settledCount } from '#shared/domain/documents/batch.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { act, ask } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import { useCommand } from '../lib/use-command.ts';
import { Section } from './page.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './paper-batch.module.css';
import { BatchPapers } from './paper-batch-print.tsx';
import { RefusalText } from './refusal-text.tsx';
import { StatusBadge } from './signal.tsx';

/** How often a batch at work is looked at, ms. */
const LOOK_MS = 700;

const tones = {
  waiting: 'plain',
  making: 'amber',
  issued: 'ok',
  there: 'ok',
  failed: 'seal',
  left: 'plain',
} as const satisfies Record<PaperBatch['rows'][number]['outcome'], string>;

const isAtWork = (batch: PaperBatch | null | undefined) => batch?.state === 'running' || batch?.state === 'stopping';

function useBatch(enabled: boolean) {
  return useQuery({
    ...ask.documents.many({}),
    enabled,
    refetchInterval: ({ state }) => (isAtWork(state.data) ? LOOK_MS : false),
  });
}

/** Makes papers for all ticked records of a list in one go, and shows how far the batch of this person is. */
export function PaperBatchButton({
  noun,
  ticked,
}: {
  readonly noun: BatchNoun;
  readonly ticked: readonly { readonly id: number }[];
}) {
  const { t } = useTranslation('documents');
  const person = usePerson();
  const [open, setOpen] = useState(false);
  const may = person.may('documents.issue');
  const { data: batch } = useBatch(may);
  if (!may) return null;
  const atWork = isAtWork(batch);
  return (
    <>
      <Button
        variant="default"
        disabled={ticked.length === 0 && (batch ?? null) === null}
        onClick={() => setOpen(true)}
      >
        {atWork
          ? t('batch.buttonAtWork', { done: settledCount(batch?.rows ?? []), of: batch?.rows.length ?? 0 })
          : t(batch?.state === 'interrupted' ? 'batch.buttonInterrupted' : 'batch.button', { count: ticked.length })}
      </Button>
      {open && (
        <PaperBatchDrawer
          noun={noun}
          subjectIds={ticked.map(({ id }) => id)}
          batch={batch ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type DrawerProps = {
  readonly noun: BatchNoun;
  readonly subjectIds: readonly number[];
  readonly batch: PaperBatch | null;
  readonly onClose: () => void;
};

function PaperBatchDrawer({ noun, subjectIds, batch, onClose }: DrawerProps) {
  const { t } = useTranslation('documents');
  const title = t('batch.title');
  return (
    <SideDrawer opened label={title} title={title} sub={t('batch.sub')} onClose={onClose}>
      {!isAtWork(batch) && batch?.state !== 'interrupted' && subjectIds.length > 0 && (
        <BeginBatch noun={noun} subjectIds={subjectIds} />
      )}
      {batch !== null && <BatchProgress batch={batch} />}
      {batch !== null && !isAtWork(batch) && <BatchPapers batch={batch} />}
      {batch !== null && <BatchRows batch={batch} />}
    </SideDrawer>
  );
}

function BeginBatch({ noun, subjectIds }: Pick<DrawerProps, 'noun' | 'subjectIds'>) {
  const { t } = useTranslation('documents');
  const person = usePerson();
  // The ledger shows the money of a deal, which not everybody is told.
  const kinds: readonly DocumentKindName[] = batchKinds[noun].filter(
    (one) => one !== 'dealLedger' || person.may('payments.read'),
  );
  const [kind, setKind] = useState<DocumentKindName | undefined>(kinds[0]);
  const begin = useCommand(act.documents.issueMany);
  const tooMany = subjectIds.length > MOST_IN_BATCH;
  return (
    <Section title={t('batch.chosen', { count: subjectIds.length })}>
      <div className={styles.begin}>
        <Select
          label={t('batch.kind')}
          data={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind ?? null}
          onChange={(value) => setKind(kinds.find((one) => one === value))}
          allowDeselect={false}
        />
        <Button
          loading={begin.pending}
          disabled={kind === undefined || tooMany}
          onClick={() => kind && void begin.send({ noun, kind, subjectIds: [...subjectIds] })}
        >
          {t('batch.begin', { count: subjectIds.length })}
        </Button>
      </div>
      <p className={styles.hint}>{tooMany ? t('batch.tooMany', { most: MOST_IN_BATCH }) : t('batch.hint')}</p>
      {begin.refusal && <RefusalText refusal={begin.refusal} />}
    </Section>
  );
}

function BatchProgress({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation('documents');
  const stop = useCommand(act.documents.stopMany);
  const done = settledCount(batch.rows);
  const of = batch.rows.length;
  const count = (...outcomes: PaperBatch['rows'][number]['outcome'][]) =>
    batch.rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const left = count('left');
  return (
    <Section
      title={`${t(`kinds.${batch.kind}`)} · ${t(`batch.states.${batch.state}`)}`}
      aside={
        isAtWork(batch) && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={stop.pending || batch.state === 'stopping'}
            onClick={() => void stop.send({})}
          >
            {t('batch.stop')}
          </Button>
        )
      }
    >
      <Progress value={(done / of) * 100} size="sm" animated={isAtWork(batch)} aria-label={t('batch.progress')} />
      <p className={styles.sums} role="status">
        {t('batch.sums', { done, of, made: count('issued'), there: count('there'), failed: count('failed') })}
      </p>
      {left > 0 && <p className={styles.hint}>{t('batch.left', { count: left })}</p>}
      {batch.state === 'interrupted' && <Interrupted batch={batch} />}
      {batch.why && <RefusalText refusal={batch.why as Refusal} />}
    </Section>
  );
}

/** The program ended before the batch did: whoever began it lets it go on or gives it up. */
function Interrupted({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation('documents');
  const goOn = useCommand(act.documents.goOnMany);
  const giveUp = useCommand(act.documents.giveUpMany);
  const left = batch.rows.length - settledCount(batch.rows);
  const refusal = goOn.refusal ?? giveUp.refusal;
  return (
    <>
      <p className={styles.hint}>{t('batch.interrupted', { count: left })}</p>
      {refusal && <RefusalText refusal={refusal} />}
      <div className={styles.acts}>
        <Button loading={goOn.pending} onClick={() => void goOn.send({ batchId: batch.id })}>
          {t('batch.goOn', { count: left })}
        </Button>
        <Button variant="default" loading={giveUp.pending} onClick={() => void giveUp.send({ batchId: batch.id })}>
          {t('batch.giveUp')}
        </Button>
      </div>
    </>
  );
}

/** Record by record: what became of it, how many copies are printed, and the way to its paper. */
function BatchRows({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  return (
    <Section title={t('batch.rows')} count={batch.rows.length}>
      <ul className={styles.rows} aria-label={t('batch.rows')}>
        {batch.rows.map(({ subjectId, number, outcome, documentId, refusal, copies }) => (
          <li key={subjectId}>
            <span className={styles.number}>{number}</span>
            <span className={styles.count}>{copies && copies.printed > 0 && t('batch.copiesOf', copies)}</span>
            <StatusBadge tone={tones[outcome]}>{t(`batch.outcomes.${outcome}`)}</StatusBadge>
            {documentId !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void navigate({ to: `/contracts/documents/${documentId}` as string })}
              >
                {t('open')}
              </Button>
            )}
            {refusal && (
              <span className={styles.why}>
                <RefusalText refusal={refusal as Refusal} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
