import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Wizard } from '#renderer/components/wizard.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type ImportFile, useImportFile } from '../hooks/use-import-file.ts';
import { missingFields, type Preview } from '../preview-model.ts';
import { CheckRows } from './check-rows.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { ImportConsequence } from './confirm-import.tsx';
import { ImportDone, type Written } from './import-done.tsx';
import { ImportHistory } from './import-history.tsx';
import { ReadingFile } from './reading-file.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { WritingImport } from './writing-import.tsx';

/**
 * Price lists into units: a file is chosen, its columns are matched, its rows are checked, and then it is written.
 * `choice` leads to the other imports while no file is open.
 */
export function PriceListImport({ choice }: { choice: ReactNode }) {
  const { t } = useTranslation('imports');
  const file = useImportFile();
  const [written, setWritten] = useState<Written>();
  const seen = file.preview.data;
  const header = <PageHeader title={t('title')} sub={t('sub')} actions={file.file === undefined && choice} />;
  if (file.file !== undefined && seen !== undefined)
    return (
      <Page header={header}>
        <ImportSteps key={file.file.key} file={file} seen={seen} onWritten={setWritten} />
      </Page>
    );
  if (file.file !== undefined && file.preview.error === null)
    return (
      <Page header={header}>
        <ReadingFile key={file.file.key} name={file.file.name} onCancel={file.drop} />
      </Page>
    );
  const take = (chosen: File) => {
    setWritten(undefined);
    return file.take(chosen);
  };
  return (
    <Page header={header}>
      {written === undefined ? (
        <ChooseFile onFile={take} failed={file.preview.error} />
      ) : (
        <ImportDone written={written} onAgain={() => setWritten(undefined)} />
      )}
      <ImportHistory />
    </Page>
  );
}

type StepsProps = { file: ImportFile; seen: Preview; onWritten: (written: Written) => void };

function ImportSteps({ file, seen, onWritten }: StepsProps) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const [at, setAt] = useState(1);
  const commit = useCommand(act.imports.commit, {
    onDone: (written) => {
      file.drop();
      onWritten(written);
    },
  });
  const { summary } = seen;
  const missing = missingFields(seen).map((field) => t(`fields.${field}`));
  const writes = summary.newUnits + summary.changedUnits + summary.toBatchUnits;
  const whyNot =
    summary.units === 0
      ? t('noUnits')
      : writes === 0
        ? t('nothingToDo')
        : summary.errors > 0 && !file.leaveOut
          ? t('mustLeaveOut')
          : undefined;
  const ask = () =>
    confirmAct({
      title: t('confirm.title', { count: writes }),
      consequence: <ImportConsequence summary={summary} file={file} />,
      confirmLabel: t('confirm.button'),
      // The question closes; the page shows how far the writing is.
      onConfirm: () => void (file.order && commit.send(file.order)),
    });
  if (commit.pending) return <WritingImport title={t('writing.title', { count: writes })} />;
  const steps = [
    { key: 'file', label: t('steps.file'), content: null },
    {
      key: 'columns',
      label: t('steps.columns'),
      content: <ColumnMapping file={file} seen={seen} />,
      ready: missing.length === 0,
      note: missing.length > 0 && t('mapping.unmapped', { fields: joinWords(missing, language) }),
      flush: true,
    },
    {
      key: 'check',
      label: t('steps.check'),
      content: <CheckRows file={file} seen={seen} />,
      ready: whyNot === undefined,
      note: commit.refusal ? <RefusalNote refusal={commit.refusal} /> : whyNot,
      flush: true,
    },
  ];
  return (
    <Wizard
      steps={steps}
      at={at}
      onMove={(step) => {
        commit.reset();
        if (step === 0) file.drop();
        else setAt(step);
      }}
      finishLabel={t('confirm.button')}
      onFinish={ask}
      busy={file.preview.isFetching}
    />
  );
}
