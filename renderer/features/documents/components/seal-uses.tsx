import { Autocomplete, Button, NumberInput, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRubberStamp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow, Section } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { seals as sealsApi } from '#shared/api/seals.ts';
import { copiesOnPaper, runsOf } from '#shared/domain/documents/copies.ts';
import { copiesToSeal, usualSealOf } from '#shared/domain/documents/seals.ts';
import { type SealName, sealNames } from '#shared/domain/documents/states.ts';
import { useCopiesText } from './print-acts.tsx';
import styles from './print-panel.module.css';

/** An entry of the register of seals. */
export type SealUse = z.output<(typeof sealsApi)['list']['output']>[number];

/** How an entry of the register reads: its copies, and what is to be known of it beside. */
export function useSealWords(): { copies: (use: SealUse) => string; note: (use: SealUse) => string } {
  const { t } = useTranslation('prints');
  const copies = useCopiesText();
  return useMemo(
    () => ({
      copies,
      note: ({ voidReason, spoiled }) =>
        [
          ...(voidReason === '' ? [] : [t('seals.voided', { reason: voidReason })]),
          ...(spoiled.length === 0 ? [] : [t('seals.spoiled', { copies: spoiled.join('、') })]),
        ].join('；'),
    }),
    [t, copies],
  );
}

/** Takes an entry back that was a mistake; it stays with its reason. */
export function SealVoid({ use }: { use: SealUse }) {
  const { t } = useTranslation('prints');
  const voiding = useCommand(act.seals.void);
  if (use.can['void'] !== true) return null;
  const run = () =>
    confirmAct({
      title: t('seals.voidTitle', { number: use.number }),
      consequence: t('seals.voidConsequence'),
      confirmLabel: t('seals.void'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => voiding.sendOrThrow({ sealUseId: use.id, version: use.version, reason }),
    });
  return (
    <Button size="compact-sm" variant="subtle" onClick={run}>
      {t('seals.void')}
    </Button>
  );
}

/** The seals on the copies of a paper, and the way to enter another. */
export function PaperSeals({ paper }: { paper: Paper }) {
  const { t } = useTranslation('prints');
  const { t: documents } = useTranslation('documents');
  const person = usePerson();
  const words = useSealWords();
  const [entering, setEntering] = useState(false);
  const uses = useQuery(ask.seals.ofPaper({ documentId: paper.id }));
  const there = copiesOnPaper(
    paper.prints,
    paper.prints.flatMap(({ spoiled }) => spoiled.map(({ copy }) => copy)),
  );
  const may = person.may('documents.useSeal') && paper.state === 'issued' && there.length > 0;
  const rows = uses.data ?? [];
  const seal = usualSealOf(paper.kind);
  const toSeal = seal === undefined || uses.data === undefined ? [] : copiesToSeal(there, seal, uses.data);
  const usual = useCommand(act.seals.enterUsual, {
    onDone: ({ copies }) => notifications.show({ message: t('seals.usualDone', { count: copies }) }),
  });
  if (rows.length === 0 && !may) return null;
  return (
    <Section
      title={t('seals.title')}
      count={rows.length}
      aside={
        may && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEntering(true)}>
            {t('seals.enter')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.hint}>{t('seals.none')}</p>}
      <div className={styles.history}>
        {rows.map((use) => (
          <div key={use.id} className={styles.line}>
            <span>
              {documents(`seals.${use.seal}`)} {words.copies(use)}
            </span>
            <SealVoid use={use} />
            <small>
              {use.sealedOn} {use.keeper} · {use.purpose}
            </small>
            {words.note(use) !== '' && <small>{words.note(use)}</small>}
          </div>
        ))}
      </div>
      {may && seal !== undefined && toSeal.length > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconRubberStamp size={15} aria-hidden="true" />}
          loading={usual.pending}
          onClick={() => void usual.send({ documentId: paper.id })}
        >
          {t('seals.usual', { seal: documents(`seals.${seal}`), count: toSeal.length })}
        </Button>
      )}
      {usual.refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={usual.refusal} />
        </div>
      )}
      {entering && <SealDrawer paper={paper} there={there} onClose={() => setEntering(false)} />}
    </Section>
  );
}

const purposes = ['signing', 'filing', 'bank', 'buyer'] as const;
const LONGEST_PURPOSE = 200;

function SealDrawer({ paper, there, onClose }: { paper: Paper; there: readonly number[]; onClose: () => void }) {
  const { t } = useTranslation('prints');
  const { t: documents } = useTranslation('documents');
  const [run] = runsOf(there);
  const [seal, setSeal] = useState<SealName>(usualSealOf(paper.kind) ?? 'contract');
  const [firstCopy, setFirstCopy] = useState<number>(run?.first ?? 1);
  const [copies, setCopies] = useState<number>(run?.count ?? 1);
  const [purpose, setPurpose] = useState<string>(t('seals.purposes.signing'));
  const enter = useCommand(act.seals.enter, { onDone: onClose });
  const title = t('seals.enterTitle', { number: paper.number });
  return (
    <SideDrawer opened label={title} title={title} sub={t('seals.enterSub', { count: there.length })} onClose={onClose}>
      <Form
        submitLabel={t('seals.enter')}
        onCancel={onClose}
        dirty={false}
        busy={enter.pending}
        error={enter.refusal}
        onSubmit={() => void enter.send({ documentId: paper.id, seal, firstCopy, copies, purpose: purpose.trim() })}
      >
        <div className={styles.form}>
          <Select
            label={t('seals.seal')}
            required
            data={sealNames.map((one) => ({ value: one, label: documents(`seals.${one}`) }))}
            value={seal}
            onChange={(value) => setSeal(sealNames.find((one) => one === value) ?? seal)}
            allowDeselect={false}
          />
          <FieldRow columns="1fr 1fr">
            <NumberInput
              label={t('seals.firstCopy')}
              required
              min={1}
              allowDecimal={false}
              value={firstCopy}
              onChange={(value) => typeof value === 'number' && setFirstCopy(value)}
            />
            <NumberInput
              label={t('seals.copies')}
              required
              min={1}
              max={100}
              allowDecimal={false}
              value={copies}
              onChange={(value) => typeof value === 'number' && setCopies(value)}
            />
          </FieldRow>
          <Autocomplete
            label={t('seals.purpose')}
            required
            maxLength={LONGEST_PURPOSE}
            data={purposes.map((one) => t(`seals.purposes.${one}`))}
            filter={({ options }) => options}
            value={purpose}
            onChange={setPurpose}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
