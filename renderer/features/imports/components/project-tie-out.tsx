import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { TypedInput } from '#renderer/components/typed-input.tsx';
import { formatCount, formatMoney } from '#renderer/lib/format.ts';
import { plainNumberText } from '#renderer/lib/parse-amount.ts';
import {
  measuresOf,
  type OwnTotals,
  type TieOut,
  tieOut,
  totalKinds,
} from '#shared/domain/imports/running-project/totals.ts';
import { fen } from '#shared/kernel/money.ts';
import type { ProjectFiles } from '../hooks/use-project-files.ts';
import { outcomeOf, type ProjectPreview } from '../project-model.ts';
import styles from './imports.module.css';

const tones: Readonly<Record<ReturnType<typeof outcomeOf>, Tone>> = {
  agrees: 'ok',
  differs: 'seal',
  missing: 'amber',
  none: 'plain',
};

/** The office's own totals beside what the files come to, and the difference of each to the fen. */
export function ProjectTieOut({
  project,
  seen,
  totals,
}: {
  project: ProjectFiles;
  seen: ProjectPreview;
  totals: OwnTotals;
}) {
  const { t } = useTranslation('runningProject');
  const lines = tieOut(totals, seen.figures);
  const given = totalKinds.flatMap((kind) => measuresOf[kind].filter((measure) => seen.totals[kind][measure] !== null));
  return (
    <div className={styles.tie}>
      <p>{t('tie.text')}</p>
      {given.length > 0 && <p>{t('tie.fromFile', { count: given.length })}</p>}
      <table aria-label={t('tie.label')}>
        <thead>
          <tr>
            <th scope="col">{t('tie.what')}</th>
            <th scope="col">{t('tie.own')}</th>
            <th scope="col">{t('tie.ours')}</th>
            <th scope="col">{t('tie.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TieOutLine key={`${line.kind} ${line.measure}`} line={line} project={project} totals={totals} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TieOutLine({ line, project, totals }: { line: TieOut; project: ProjectFiles; totals: OwnTotals }) {
  const { t } = useTranslation('runningProject');
  const { kind, measure, own, ours, difference } = line;
  const written = (value: number) => (measure === 'amount' ? formatMoney(fen(value)) : formatCount(value));
  const outcome = outcomeOf(line);
  const name = t(measure === 'amount' ? `tie.amounts.${kind}` : `tie.counts.${kind}`);
  const field = {
    label: null,
    'aria-label': t('tie.ownOf', { kind: t(`tie.kinds.${kind}`), measure: name }),
  };
  return (
    <tr>
      <th scope="row">
        {t(`tie.kinds.${kind}`)} <span>{name}</span>
      </th>
      <td>
        {measure === 'amount' ? (
          <MoneyInput
            {...field}
            value={own === null ? null : fen(own)}
            onChange={(amount) => project.type(kind, { ...totals[kind], amount })}
          />
        ) : (
          <TypedInput
            {...field}
            className={styles.count}
            inputMode="numeric"
            value={own}
            onChange={(count) => project.type(kind, { ...totals[kind], count })}
            read={(text) => {
              const plain = plainNumberText(text);
              if (plain === '') return { value: null };
              return /^\d{1,7}$/.test(plain) ? { value: Number(plain) } : { problem: t('tie.countInvalid') };
            }}
            write={formatCount}
          />
        )}
      </td>
      <td>{written(ours)}</td>
      <td>
        <StatusBadge tone={tones[outcome]}>
          {outcome === 'differs' && difference !== null
            ? t(difference > 0 ? 'tie.more' : 'tie.less', { amount: written(Math.abs(difference)) })
            : t(`tie.${outcome === 'differs' ? 'missing' : outcome}`)}
        </StatusBadge>
      </td>
    </tr>
  );
}
