import { Autocomplete, Checkbox, Input } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act, thisPc } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { JobFacts } from './print-acts.tsx';
import styles from './print-panel.module.css';

const usual = ['jam', 'faint', 'pages', 'paper', 'missing'] as const;
const LONGEST_REASON = 200;

/** Says which copies of a print came out spoiled or not at all; the others are good. */
export function SpoiledDrawer({ job, onClose }: { job: JobFacts; onClose: () => void }) {
  const { t } = useTranslation('prints');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const first = t('spoiledReasons.jam');
  const [reason, setReason] = useState<string>(first);
  const [none, setNone] = useState(false);
  const confirm = useCommand(act.prints.confirm, { onDone: onClose });
  const [silent, setSilent] = useState<Refusal>();
  const known = job.spoiled.map(({ copy }) => copy);
  const numbers = Array.from({ length: job.copies }, (_unused, at) => job.firstCopy + at);
  const title = t('spoiledTitle', { number: job.number });
  const toggle = (copy: number) =>
    setChosen((now) => (now.includes(copy) ? now.filter((one) => one !== copy) : [...now, copy]));
  const enter = async (spoiled: { copy: number; reason: string }[]): Promise<void> => {
    setSilent(undefined);
    try {
      // Where CUPS was stopped half-way it would print all of the job again, under numbers that lie there already.
      if (job.here && job.jobName !== '' && job.state !== 'printed')
        await (await thisPc()).printers.withdraw({ jobId: job.jobName });
    } catch (error) {
      setSilent(refusalOf(error));
      return;
    }
    await confirm.send({ printId: job.id, spoiled });
  };
  return (
    <SideDrawer opened label={title} title={title} sub={t('spoiledSub')} onClose={onClose}>
      <Form
        submitLabel={t('saveSpoiled')}
        onCancel={onClose}
        dirty={chosen.length > 0 || reason !== first}
        busy={confirm.pending}
        error={silent ?? confirm.refusal}
        onSubmit={() => {
          setNone(chosen.length === 0);
          if (chosen.length === 0) return;
          const spoiled = chosen.toSorted((one, other) => one - other).map((copy) => ({ copy, reason: reason.trim() }));
          void enter(spoiled);
        }}
      >
        <div className={styles.form}>
          <p className={styles.hint}>{t('spoiledHint')}</p>
          <Input.Wrapper label={t('spoiledCopies')} error={none ? t('noneChosen') : null} labelElement="div">
            <div className={styles.copies}>
              {numbers.map((copy) => (
                <Checkbox
                  key={copy}
                  label={t('copy', { first: copy })}
                  checked={chosen.includes(copy) || known.includes(copy)}
                  disabled={known.includes(copy)}
                  onChange={() => toggle(copy)}
                />
              ))}
            </div>
          </Input.Wrapper>
          <Autocomplete
            label={t('spoiledReason')}
            required
            maxLength={LONGEST_REASON}
            data={usual.map((one) => t(`spoiledReasons.${one}`))}
            filter={({ options }) => options}
            value={reason}
            onChange={setReason}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
