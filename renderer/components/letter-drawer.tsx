import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { letters as lettersApi } from '#shared/api/letters.ts';
import { type PaymentLetterKind, paymentLetterKinds } from '#shared/domain/payments/letters.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { useToday } from '../lib/clock.tsx';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { Loaded } from './data-states.tsx';
import { DateInput } from './date-input.tsx';
import { OptionButtons } from './filters.tsx';
import { Form } from './form.tsx';
import { LetterLines } from './letter-lines.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Money } from './values.tsx';

type Found = z.output<typeof lettersApi.ofDeal.output>;
type LetterDrawerProps = {
  subscriptionId: number;
  sub: string;
  /** The line that is chosen to begin with; else all that the letter may name. */
  position?: number | undefined;
  onClose: () => void;
};

/** Days that a letter usually leaves to pay. */
const USUAL_DAYS = 10;

/** Writes a letter about money: which one, which lines it names, until when; then its paper one click away. */
export function LetterDrawer({ subscriptionId, sub, position, onClose }: LetterDrawerProps) {
  const { t } = useTranslation('letters');
  const found = useQuery(ask.letters.ofDeal({ subscriptionId }));
  const [written, setWritten] = useState<{ letterId: number; number: string; kind: PaymentLetterKind }>();
  const title = t('writeTitle');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} sub={sub} width={520}>
      <Loaded query={found}>
        {(deal) =>
          written === undefined ? (
            <LetterForm
              subscriptionId={subscriptionId}
              deal={deal}
              position={position}
              onWritten={(answer, kind) => setWritten({ ...answer, kind })}
              onClose={onClose}
            />
          ) : (
            <WrittenNote {...written} onClose={onClose} />
          )
        }
      </Loaded>
    </SideDrawer>
  );
}

type LetterFormProps = {
  subscriptionId: number;
  deal: Found;
  position: number | undefined;
  onWritten: (answer: { letterId: number; number: string }, kind: PaymentLetterKind) => void;
  onClose: () => void;
};

function LetterForm({ subscriptionId, deal, position, onWritten, onClose }: LetterFormProps) {
  const { t } = useTranslation('letters');
  const today = useToday();
  const nameable = (kind: PaymentLetterKind) =>
    deal.lines.filter(
      (line) => line.can[kind] === true && (kind !== 'paymentNotice' || line.dueOn <= addDays(today, 30)),
    );
  const [kind, setKind] = useState<PaymentLetterKind>(() =>
    deal.can['overdueDemand'] === true && nameable('overdueDemand').length > 0 ? 'overdueDemand' : 'paymentNotice',
  );
  const first = (of: PaymentLetterKind): ReadonlySet<number> => {
    const may = nameable(of).map((line) => line.position);
    return new Set(position !== undefined && may.includes(position) ? [position] : may);
  };
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => first(kind));
  const [dueBy, setDueBy] = useState<LocalDate | null>(addDays(today, USUAL_DAYS));
  const [hidesPrice, setHidesPrice] = useState(false);
  const [hidesLateFee, setHidesLateFee] = useState(false);
  const write = useCommand(act.letters.write);
  const allowed = deal.can[kind];
  const refusal = write.refusal ?? (allowed === true ? undefined : allowed);
  const named = deal.lines.filter((line) => chosen.has(line.position));
  const cost = sumFen(named.map(({ penalty }) => penalty ?? ZERO_FEN));
  const choose = (next: PaymentLetterKind) => {
    setKind(next);
    setChosen(first(next));
  };
  const submit = async (): Promise<void> => {
    if (allowed !== true || chosen.size === 0) return;
    const hides = kind === 'paymentNotice' ? { hidesPrice, hidesLateFee } : {};
    const answer = await write.send({ subscriptionId, kind, positions: [...chosen], dueBy, ...hides });
    if (answer !== undefined) onWritten(answer, kind);
  };
  return (
    <Form submitLabel={t('write')} onSubmit={() => void submit()} onCancel={onClose} dirty={false} busy={write.pending}>
      <div className={styles.fields}>
        <OptionButtons
          label={t('kind')}
          required
          numbered
          options={paymentLetterKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          onChange={choose}
        />
        <LetterLines
          subscriptionId={subscriptionId}
          kind={kind}
          lines={deal.lines}
          mayDispute={deal.can['dispute'] === true}
          chosen={chosen}
          onChange={setChosen}
        />
        <p>
          {t('total')} <Money value={sumFen(named.map(({ open }) => open))} strong />
          {cost > 0 && ` ${t('totalCost', { penaltyFen: cost })}`}
        </p>
        <DateInput
          label={t(kind === 'rescissionNotice' ? 'lastPeriod' : 'dueBy')}
          value={dueBy}
          required={kind !== 'rescissionNotice'}
          from={today}
          onChange={setDueBy}
        />
        {kind === 'paymentNotice' && (
          <>
            <Checkbox
              size="xs"
              label={t('hidesPrice')}
              checked={hidesPrice}
              onChange={(event) => setHidesPrice(event.currentTarget.checked)}
            />
            <Checkbox
              size="xs"
              label={t('hidesLateFee')}
              checked={hidesLateFee}
              onChange={(event) => setHidesLateFee(event.currentTarget.checked)}
            />
          </>
        )}
        <p className={styles.hint}>{t(`hint.${kind}`)}</p>
        {refusal && (
          <div className={styles.refusal} role="alert">
            <RefusalText refusal={refusal} />
          </div>
        )}
      </div>
    </Form>
  );
}

type WrittenNoteProps = { letterId: number; number: string; kind: PaymentLetterKind; onClose: () => void };

function WrittenNote({ letterId, number, kind, onClose }: WrittenNoteProps) {
  const { t } = useTranslation('letters');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const paper = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  return (
    <div className={styles.taken} role="status">
      <h3>{t('done', { number })}</h3>
      <p>{t('doneText')}</p>
      <div className={styles.buttons}>
        <Button
          data-autofocus
          loading={paper.pending}
          onClick={() => void paper.send({ kind, subjectId: letterId, noun: 'paymentLetters' })}
        >
          {t('openPaper')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
      {paper.refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={paper.refusal} />
        </div>
      )}
    </div>
  );
}
