import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type ChangeFigure, changeFigures, type Simulation } from '#shared/domain/changes/simulation.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import type { nextSignerSchema } from '#shared/domain/subscriptions/signers.ts';
import { daysBetween, isLocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { formatPercent } from '../lib/format.ts';
import { BuyerRows } from './change-buyer-rows.tsx';
import styles from './change-figures.module.css';
import { PlanRows } from './change-plan-rows.tsx';
import { Rows } from './change-rows.tsx';
import { Section } from './page.tsx';
import { PriceTable } from './price-table.tsx';
import { useTermText } from './use-term-text.ts';
import { Money, Percent } from './values.tsx';

type Value = Simulation['figures'][number]['before'];

type ChangeFiguresProps = {
  simulation: Simulation;
  people: readonly { readonly customerId: number; readonly name: string }[];
  /** Who signs for those who buy then, where it is on record. */
  signers?: readonly z.output<typeof nextSignerSchema>[];
};

/**
 * What a change comes to, in one table: figures, buyers, money, plan, and what else it brings about. The price line by
 * line follows where it is made anew.
 */
export function ChangeFigures({ simulation, people, signers = [] }: ChangeFiguresProps) {
  const { t } = useTranslation('changes');
  const { figures, plan, priceLines, buyers, cash, terms, effects } = simulation;
  const price = figures.find(({ name }) => name === 'price')?.after;
  const below = figures.find(({ name }) => name === 'belowListPpm')?.after;
  const list = priceLines?.find(({ kind }) => kind === 'list')?.after;
  return (
    <>
      <Section title={t('figures')} flush>
        <table className={styles.table} aria-label={t('figures')}>
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
              <th scope="col">{t('difference')}</th>
            </tr>
          </thead>
          {figures.length > 0 && <FigureRows figures={figures} />}
          {buyers !== null && <BuyerRows buyers={buyers} people={people} signers={signers} />}
          {terms !== undefined && <TermRows terms={terms} />}
          <CashRows cash={cash} />
          {plan !== null && <PlanRows plan={plan} />}
          {effects.length > 0 && <EffectRows effects={effects} />}
        </table>
        {figures.some(({ name }) => name === 'commission') && <p className={styles.note}>{t('commissionNote')}</p>}
      </Section>
      {priceLines !== null && typeof price === 'number' && list !== undefined && (
        <Section title={t('priceLines')} flush>
          <PriceTable
            lines={priceLines}
            listPrice={list}
            price={fen(price)}
            belowListPpm={typeof below === 'number' ? below : 0}
          />
        </Section>
      )}
    </>
  );
}

/** Figures before and after, with the difference where there is one. */
function FigureRows({ figures }: { figures: Simulation['figures'] }) {
  const { t } = useTranslation('changes');
  const textOf = useFigureText();
  return (
    <Rows>
      {figures.map(({ name, before, after }) => (
        <tr key={name} data-line={changeFigures[name] === 'planKind' || undefined}>
          <th scope="row">{t(`names.${name}`)}</th>
          <td data-was>{textOf(name, before)}</td>
          <td data-new>{textOf(name, after)}</td>
          <td>
            <Difference name={name} before={before} after={after} />
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** Blanks of the contract before and after, and clauses in words of their own. */
function TermRows({ terms: { fields, clauses } }: { terms: NonNullable<Simulation['terms']> }) {
  const { t } = useTranslation('changes');
  const { t: form } = useTranslation('contractForm');
  const textOf = useTermText();
  return (
    <>
      {fields.length > 0 && (
        <Rows title={t('terms')}>
          {fields.map(({ field, before, after }) => (
            <tr key={field} data-line>
              <th scope="row">{form(`fields.${field}`)}</th>
              <td data-was>{textOf(field, before)}</td>
              <td data-new>{textOf(field, after)}</td>
              <td />
            </tr>
          ))}
        </Rows>
      )}
      {clauses.length > 0 && (
        <Rows title={t('clauses')}>
          {clauses.map((clause, index) => (
            <tr key={`${index} ${clause}`} data-effect>
              <th scope="row" colSpan={4}>
                {`${index + 1}. ${clause}`}
              </th>
            </tr>
          ))}
        </Rows>
      )}
    </>
  );
}

/** What of the customers' money is here, what they owe more, what goes back to them and what is kept. */
function CashRows({ cash }: { cash: Simulation['cash'] }) {
  const { t } = useTranslation('changes');
  const moved = (['received', 'toPay', 'toReturn', 'kept'] as const).filter(
    (name) => name === 'received' || cash[name] > 0,
  );
  return (
    <Rows title={t('cash')}>
      {moved.map((name) => (
        <tr key={name}>
          <th scope="row">{t(`cashNames.${name}`)}</th>
          <td />
          <td data-new={name !== 'received' || undefined}>
            <Money value={cash[name]} />
          </td>
          <td />
        </tr>
      ))}
    </Rows>
  );
}

/** What else it brings about: at the desk, in the papers and at the registry. */
function EffectRows({ effects }: { effects: Simulation['effects'] }) {
  const { t } = useTranslation('changes');
  return (
    <Rows title={t('effects')}>
      {effects.map((effect) => (
        <tr key={effect} data-effect>
          <th scope="row" colSpan={4}>
            <IconArrowRight size={14} aria-hidden="true" />
            {t(`effectNames.${effect}`)}
          </th>
        </tr>
      ))}
    </Rows>
  );
}

/** Gives a figure in words, by what it is counted in. */
function useFigureText(): (name: ChangeFigure, value: Value) => ReactNode {
  const { t } = useTranslation('changes');
  const { t: labels } = useTranslation('labels');
  return (name, value) => {
    if (value === null) return '';
    switch (changeFigures[name]) {
      case 'fen':
        return typeof value === 'number' ? <Money value={fen(value)} /> : value;
      case 'ppm':
        return typeof value === 'number' ? <Percent ppm={value} /> : value;
      case 'people':
        return typeof value === 'number' ? t('people', { count: value }) : value;
      case 'planKind': {
        const kind = planKinds.find((one) => one === value);
        return kind === undefined ? value : labels(`planKinds.${kind}`);
      }
      case 'day':
      case 'unit':
        return value;
    }
  };
}

function Difference({ name, before, after }: { name: ChangeFigure; before: Value; after: Value }) {
  const { t } = useTranslation('changes');
  if (typeof before === 'number' && typeof after === 'number') {
    if (before === after) return t('unchanged');
    if (changeFigures[name] === 'fen') return <Money value={fen(after - before)} signed />;
    if (changeFigures[name] === 'ppm') return `${after > before ? '+' : '−'}${formatPercent(Math.abs(after - before))}`;
    return `${after > before ? '+' : '−'}${Math.abs(after - before)}`;
  }
  if (typeof before !== 'string' || typeof after !== 'string' || !isLocalDate(before) || !isLocalDate(after)) return '';
  const days = daysBetween(before, after);
  return days === 0 ? t('unchanged') : `${days > 0 ? '+' : '−'}${t('days', { count: Math.abs(days) })}`;
}
