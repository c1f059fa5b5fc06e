import { NumberInput, SegmentedControl, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Ruling } from '#shared/domain/customers/ruling.ts';
import type { RulingDetail } from '../ruling-types.ts';
import styles from './rulings.module.css';

const outcomes = ['owner', 'split', 'company'] as const;

const PPM_PER_PERCENT = 10_000;

/** Rules on a conflict: to one party, by shares, or to nobody; the proposal of the rules is filled in. */
export function DecideForm({ detail, onDone }: { detail: RulingDetail; onDone: () => void }) {
  const { t } = useTranslation('rulings');
  const { row, parties, version } = detail;
  // An appeal begins with what was decided, a conflict with what the rules propose.
  const final = row.state === 'appealed';
  const proposal = final && row.ruling !== null ? row.ruling : row.proposal;
  const [outcome, setOutcome] = useState<Ruling['outcome']>(proposal.outcome);
  const [ownerId, setOwner] = useState(proposal.outcome === 'owner' ? proposal.ownerId : (parties[0]?.accountId ?? 0));
  const [percents, setPercents] = useState<Readonly<Record<number, number | string>>>(() =>
    Object.fromEntries(
      parties.map(({ accountId }, index) => {
        const share =
          proposal.outcome === 'split' ? proposal.shares.find((one) => one.accountId === accountId) : undefined;
        const even = Math.floor(100 / parties.length);
        const usual = index === 0 ? 100 - even * (parties.length - 1) : even;
        return [accountId, share === undefined ? usual : share.sharePpm / PPM_PER_PERCENT];
      }),
    ),
  );
  const [grounds, setGrounds] = useState('');
  const decide = useCommand(final ? act.rulings.decideAppeal : act.rulings.decide, {
    onDone: () => {
      notifications.show({ message: t('decided', { number: row.number }) });
      onDone();
    },
  });
  const ruling = (): Ruling => {
    if (outcome === 'owner') return { outcome, ownerId };
    if (outcome === 'company') return { outcome };
    const shares = parties
      .map(({ accountId }) => ({
        accountId,
        sharePpm: Math.round(Number(percents[accountId] ?? 0) * PPM_PER_PERCENT),
      }))
      .filter(({ sharePpm }) => sharePpm > 0);
    return { outcome, shares };
  };
  return (
    <Form
      submitLabel={t(final ? 'decideAppeal' : 'decide')}
      onCancel={onDone}
      dirty={grounds !== ''}
      busy={decide.pending}
      error={decide.refusal}
      onSubmit={() => void decide.send({ rulingId: row.id, version, ruling: ruling(), grounds: grounds.trim() })}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>{t(final ? 'finalHint' : 'decideHint')}</p>
        <SegmentedControl
          aria-label={t('outcome')}
          data={outcomes.map((one) => ({ value: one, label: t(`outcomeNames.${one}`) }))}
          value={outcome}
          onChange={(next) => setOutcome(outcomes.find((one) => one === next) ?? outcome)}
        />
        {outcome === 'owner' && (
          <PersonSelect
            label={t('owner')}
            required
            keepOrder
            people={parties.map(({ accountId, name }) => ({ id: accountId, name }))}
            value={ownerId}
            onChange={(next) => next !== null && setOwner(next)}
          />
        )}
        {outcome === 'split' &&
          parties.map(({ accountId, name }) => (
            <NumberInput
              key={accountId}
              label={t('share', { name })}
              min={0}
              max={100}
              decimalScale={2}
              value={percents[accountId] ?? 0}
              onChange={(next) => setPercents({ ...percents, [accountId]: next })}
            />
          ))}
        <Textarea
          label={t('grounds')}
          autosize
          minRows={2}
          maxLength={500}
          value={grounds}
          onChange={(event) => setGrounds(event.currentTarget.value)}
        />
      </div>
    </Form>
  );
}
