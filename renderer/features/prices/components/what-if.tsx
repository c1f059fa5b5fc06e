import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Figure, Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Money, Percent } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import { lineFlags } from '#shared/domain/prices/what-if.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { mulDivHalfUp, ONE_PPM, subtractFen } from '#shared/kernel/money.ts';
import type { Batch, WhatIfAnswer } from '../batch-words.ts';
import { ChangeList } from './change-list.tsx';
import { ChangePicture } from './change-picture.tsx';
import { FairnessTable } from './fairness-table.tsx';
import styles from './prices.module.css';

/** How long one pauses in writing before the office reckons anew, ms. */
const PAUSE_MS = 400;

type WhatIfProps = {
  batch: Batch;
  /** Rules that are being written; null for a batch as it stands. */
  formula: PriceFormula | null;
  effectiveOn: LocalDate;
};

/** What a batch comes to: its sums, what is wrong, and each building as it changes. */
export function WhatIf({ batch, formula, effectiveOn }: WhatIfProps) {
  const [written] = useDebouncedValue(formula, PAUSE_MS);
  const preview = useQuery({
    ...ask.prices.preview({ batchId: batch.id, formula: written, effectiveOn }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.whatIf}>
      <Loaded query={preview}>{(found) => <Answer answer={found} batch={batch} effectiveOn={effectiveOn} />}</Loaded>
    </div>
  );
}

function Answer({ answer, batch, effectiveOn }: { answer: WhatIfAnswer; batch: Batch; effectiveOn: LocalDate }) {
  const { t } = useTranslation('prices');
  const [chosen, setChosen] = useState<number>();
  const [view, setView] = useState<'picture' | 'list'>('picture');
  const { buildings, totals, refusals } = answer;
  const at = buildings.find(({ id }) => id === chosen) ?? buildings[0];
  return (
    <>
      <Totals totals={totals} agreed={answer.agreed} />
      {refusals.length > 0 && totals.units > 0 && (
        <div className={styles.refusals} role="status">
          {refusals.map((refusal) => (
            <RefusalText key={refusal.code} refusal={refusal} />
          ))}
        </div>
      )}
      <Notices buildings={buildings} batch={batch} effectiveOn={effectiveOn} />
      {at !== undefined && (
        <div className={styles.views}>
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            data={(['picture', 'list'] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
            value={view}
            onChange={(next) => setView(next as typeof view)}
          />
        </div>
      )}
      {at === undefined ? (
        <EmptyState title={t('nothing')} text={t('nothingText')} />
      ) : view === 'list' ? (
        <ChangeList batch={batch} answer={answer} />
      ) : (
        <div className={styles.building}>
          <Section
            title={t('picture')}
            aside={
              <Select
                size="xs"
                aria-label={t('building')}
                data={buildings.map(({ id, name, units }) => ({
                  value: String(id),
                  label: `${name} · ${t('homes', { count: units })}`,
                }))}
                value={String(at.id)}
                allowDeselect={false}
                onChange={(id) => id !== null && setChosen(Number(id))}
              />
            }
            flush
            fill
          >
            <ChangePicture
              label={t('pictureOf', { building: at.name })}
              rows={answer.rows.filter(({ buildingId }) => buildingId === at.id)}
            />
          </Section>
          <Section title={t('fairness.title')} flush fill>
            <FairnessTable floors={answer.floors.filter(({ buildingId }) => buildingId === at.id)} />
          </Section>
        </div>
      )}
    </>
  );
}

function Totals({ totals, agreed }: Pick<WhatIfAnswer, 'totals' | 'agreed'>) {
  const { t } = useTranslation('prices');
  const { before, after, flags } = totals;
  const change = subtractFen(after, before);
  return (
    <div className={styles.figures}>
      <Figure label={t('figures.units')} value={totals.units} note={t('figures.ways', totals)} />
      <Figure label={t('figures.before')} value={<Money value={before} />} />
      <Figure label={t('figures.after')} value={<Money value={after} />} />
      <Figure
        label={t('figures.change')}
        value={<Money value={change} signed />}
        note={before > 0 && <Percent ppm={mulDivHalfUp(change, ONE_PPM, before)} />}
      />
      <div className={styles.flags}>
        {lineFlags
          .filter((flag) => (flags[flag] ?? 0) > 0)
          .map((flag) => (
            <Signal key={flag} tone={flag === 'belowFloor' ? 'amber' : 'seal'}>
              {t(`flags.${flag}`)} {t('homes', { count: flags[flag] ?? 0 })}
            </Signal>
          ))}
        {agreed > 0 && <Signal tone="plain">{t('agreed', { count: agreed })}</Signal>}
      </div>
    </div>
  );
}

type NoticesProps = { buildings: WhatIfAnswer['buildings']; batch: Batch; effectiveOn: LocalDate };

/** Buildings that could not be claimed from the day on, because their new notice is not issued: said beforehand. */
function Notices({ buildings, batch, effectiveOn }: NoticesProps) {
  const { t } = useTranslation('prices');
  const open = batch.state !== 'effective' && batch.state !== 'rejected' && batch.state !== 'withdrawn';
  const missing = buildings.filter(({ units, noticeIssued }) => units > 0 && !noticeIssued);
  if (!open || missing.length === 0) return null;
  return (
    <p className={styles.notice} role="status">
      {t(batch.state === 'approved' ? 'noticeMissing' : 'noticeLater', {
        effectiveOn,
        buildings: missing.map(({ name }) => name).join('、'),
      })}
    </p>
  );
}
