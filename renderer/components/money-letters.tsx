import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { letters as lettersApi } from '#shared/api/letters.ts';
import { paymentLetterKinds } from '#shared/domain/payments/letters.ts';
import { act, ask } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import { useCommand } from '../lib/use-command.ts';
import { Attachments } from './attachments.tsx';
import { confirmAct } from './confirm.tsx';
import { LetterDrawer } from './letter-drawer.tsx';
import { LetterServiceDrawer } from './letter-service-drawer.tsx';
import styles from './money-letters.module.css';
import { SideDrawer } from './panel.tsx';
import { RefusalText } from './refusal-text.tsx';
import { Signal } from './signal.tsx';

/** A letter about money as the office presents it. */
export type MoneyLetter = z.output<typeof lettersApi.ofDeal.output>['letters'][number];

type MoneyLettersProps = {
  subscriptionId: number;
  /** The deal and its home, as the drawers' second line says them. */
  sub: string;
};

/** The letters to the buyers of a deal about its money, each with its paper, its service and the proof of that. */
export function MoneyLetters({ subscriptionId, sub }: MoneyLettersProps) {
  const { t } = useTranslation('letters');
  const mayRead = usePerson().may('payments.read');
  const [writing, setWriting] = useState(false);
  const [serving, setServing] = useState<MoneyLetter>();
  const [proving, setProving] = useState<MoneyLetter>();
  const found = useQuery({ ...ask.letters.ofDeal({ subscriptionId }), enabled: mayRead }).data;
  if (found === undefined) return null;
  const may = paymentLetterKinds.some((kind) => found.can[kind] === true);
  return (
    <div className={styles.letters}>
      {found.letters.length === 0 && <p className={styles.dim}>{t('none')}</p>}
      {found.letters.map((letter) => (
        <LetterRow
          key={letter.id}
          letter={letter}
          onServe={() => setServing(letter)}
          onProof={() => setProving(letter)}
        />
      ))}
      {may && (
        <Button className={styles.start} variant="default" size="compact-sm" onClick={() => setWriting(true)}>
          {t('write')}
        </Button>
      )}
      {writing && <LetterDrawer subscriptionId={subscriptionId} sub={sub} onClose={() => setWriting(false)} />}
      {serving !== undefined && <LetterServiceDrawer letter={serving} onClose={() => setServing(undefined)} />}
      {proving !== undefined && (
        <SideDrawer
          opened
          onClose={() => setProving(undefined)}
          label={t('proof')}
          title={t('proof')}
          sub={`${t(`kinds.${proving.kind}`)} ${proving.number}`}
          width={480}
        >
          <Attachments noun="paymentLetters" subjectId={proving.id} kind="serviceProof" />
        </SideDrawer>
      )}
    </div>
  );
}

type LetterRowProps = { letter: MoneyLetter; onServe: () => void; onProof: () => void };

function LetterRow({ letter, onServe, onProof }: LetterRowProps) {
  const { t } = useTranslation('letters');
  const navigate = useNavigate();
  const paper = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  const voiding = useCommand(act.letters.void);
  const { id, number, kind, round, positions, open, writtenOn, writtenBy, dueBy, can, version } = letter;
  const askVoid = () =>
    confirmAct({
      title: t('voidOf', { number }),
      consequence: t('voidText', { number }),
      confirmLabel: t('void'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => voiding.sendOrThrow({ letterId: id, version, reason }),
    });
  return (
    <div className={styles.letter}>
      <span className={styles.head}>
        <b>{t(`kinds.${kind}`)}</b> {number}
        {kind === 'overdueDemand' && <Signal tone="plain">{t('round', { round })}</Signal>}
        <LetterState letter={letter} />
      </span>
      <span className={styles.dim}>
        {t('facts', { writtenOn, writtenBy, positions: positions.join('、'), openFen: open })}
        {dueBy !== null && ` · ${t('until', { dueBy })}`}
      </span>
      <Services letter={letter} />
      <span className={styles.acts}>
        {can['paper'] === true && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={paper.pending}
            aria-label={t('paperOf', { number })}
            onClick={() => void paper.send({ kind, subjectId: id, noun: 'paymentLetters' })}
          >
            {t('paper')}
          </Button>
        )}
        {can['serve'] === true && letter.arrivedOn === null && (
          <Button variant="subtle" size="compact-sm" aria-label={t('serveOf', { number })} onClick={onServe}>
            {t('serve')}
          </Button>
        )}
        {!letter.voided && (
          <Button variant="subtle" size="compact-sm" aria-label={t('proofOf', { number })} onClick={onProof}>
            {t('proof')}
          </Button>
        )}
        {can['void'] === true && (
          <Button
            variant="subtle"
            color="seal"
            size="compact-sm"
            aria-label={t('voidOf', { number })}
            onClick={askVoid}
          >
            {t('void')}
          </Button>
        )}
      </span>
      {paper.refusal && (
        <div role="alert">
          <RefusalText refusal={paper.refusal} />
        </div>
      )}
    </div>
  );
}

function LetterState({ letter }: { letter: MoneyLetter }) {
  const { t } = useTranslation('letters');
  const { voided, voidReason, arrivedOn, services } = letter;
  if (voided) return <Signal tone="plain">{t('voided', { reason: voidReason })}</Signal>;
  if (arrivedOn !== null) return <Signal tone="ok">{t('arrived', { arrivedOn })}</Signal>;
  return (
    <Signal tone="amber">{t('notServed', { count: services.filter(({ service }) => service === null).length })}</Signal>
  );
}

function Services({ letter }: { letter: MoneyLetter }) {
  const { t } = useTranslation('letters');
  const { t: words } = useTranslation('subscriptions');
  const { endsOn, objectUntil, services } = letter;
  return (
    <>
      {services.map(({ customerId, name, service }) =>
        service === null ? null : (
          <span key={customerId} className={styles.dim}>
            {t('servedOne', {
              name,
              servedOn: service.servedOn,
              method: words(`notices.methods.${service.method}`),
              trackingNo: service.trackingNo,
            })}
          </span>
        ),
      )}
      {endsOn !== null && objectUntil !== null && <Signal tone="seal">{t('ends', { endsOn, objectUntil })}</Signal>}
    </>
  );
}
