import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Wizard } from '#renderer/components/wizard.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type OwnTotals, tieOut, tieOutState } from '#shared/domain/imports/running-project/totals.ts';
import type { ProjectFiles } from '../hooks/use-project-files.ts';
import { missingOf, type ProjectPreview, type TakenOver } from '../project-model.ts';
import styles from './imports.module.css';
import { ProjectCheck } from './project-check.tsx';
import { ProjectSheets } from './project-sheets.tsx';
import { ProjectTieOut } from './project-tie-out.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { WritingImport } from './writing-import.tsx';

/** Deals and receipts from which writing takes long enough to say so. */
const LARGE = 1_000;

type StepsProps = {
  project: ProjectFiles;
  seen: ProjectPreview;
  totals: OwnTotals;
  onTaken: (taken: TakenOver) => void;
};

/** A running project step by step: sheets and columns, what would be made, the office's own totals. */
export function ProjectSteps({ project, seen, totals, onTaken }: StepsProps) {
  const { t } = useTranslation('runningProject');
  const language = useLanguage();
  const [at, setAt] = useState(1);
  const commit = useCommand(act.imports.commitProject, {
    onDone: (taken) => {
      project.drop();
      onTaken(taken);
    },
  });
  const lacking = seen.sheets.find((sheet) => sheet.kind !== null && missingOf(sheet).length > 0);
  const { figures } = seen;
  const nothing = figures.customers.count === 0 && figures.subscriptions.count === 0;
  const { missing, differing } = tieOutState(tieOut(totals, figures));
  const tieNote =
    differing > 0
      ? t('tie.differs', { count: differing })
      : missing > 0
        ? t('tie.stillMissing', { count: missing })
        : t('tie.ready');
  const ask = () =>
    confirmAct({
      title: t('confirm.title'),
      consequence: <Consequence figures={figures} />,
      confirmLabel: t('confirm.button'),
      // The question closes; the page shows how far the writing is.
      onConfirm: () => void (project.order && commit.send(project.order)),
    });
  if (commit.pending) return <WritingImport title={t('writing')} />;
  const steps = [
    { key: 'file', label: t('steps.file'), content: null },
    {
      key: 'columns',
      label: t('steps.columns'),
      content: <ProjectSheets project={project} seen={seen} />,
      ready: lacking === undefined,
      note:
        lacking &&
        t('unmapped', {
          sheet: lacking.name,
          fields: joinWords(
            missingOf(lacking).map((field) => t(`fields.${field}`)),
            language,
          ),
        }),
      flush: true,
    },
    {
      key: 'check',
      label: t('steps.check'),
      content: <ProjectCheck seen={seen} />,
      ready: seen.errors === 0 && !nothing,
      note: seen.errors > 0 ? t('mustCorrect', { count: seen.errors }) : nothing ? t('nothing') : undefined,
      flush: true,
    },
    {
      key: 'tieOut',
      label: t('steps.tieOut'),
      content: <ProjectTieOut project={project} seen={seen} totals={totals} />,
      ready: missing === 0 && differing === 0,
      note: commit.refusal ? <RefusalNote refusal={commit.refusal} /> : tieNote,
    },
  ];
  return (
    <Wizard
      steps={steps}
      at={at}
      onMove={(step) => {
        commit.reset();
        if (step === 0) project.drop();
        else setAt(step);
      }}
      finishLabel={t('confirm.button')}
      onFinish={ask}
      busy={project.preview.isFetching}
    />
  );
}

function Consequence({ figures }: { figures: ProjectPreview['figures'] }) {
  const { t } = useTranslation('runningProject');
  const { customers, subscriptions, contracts, receipts, balances } = figures;
  return (
    <div className={styles.confirm}>
      <p>
        {t('confirm.makes', {
          customers: customers.count,
          subscriptions: subscriptions.count,
          contracts: contracts.count,
          receipts: receipts.count,
        })}
      </p>
      <p>
        {t('confirm.money', {
          priceFen: subscriptions.amount,
          receivedFen: receipts.amount,
          openFen: balances.amount,
        })}
      </p>
      <p>{t('confirm.homes')}</p>
      <p>{t('confirm.consent')}</p>
      <p>{t('confirm.undo')}</p>
      {subscriptions.count + receipts.count > LARGE && <p>{t('confirm.takes')}</p>}
    </div>
  );
}
