import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useEditableFile } from '../hooks/use-editable-file.ts';
import { useInventoryFile } from '../hooks/use-inventory-file.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportResult } from './import-result.tsx';
import styles from './imports.module.css';
import { InventoryChanges } from './inventory-changes.tsx';
import { ReadingFile } from './reading-file.tsx';
import { WritingImport } from './writing-import.tsx';

/** Homes corrected in a spreadsheet: given out, edited, compared cell by cell, written. */
export function InventoryImport({ choice }: { choice: ReactNode }) {
  const { t } = useTranslation('inventory');
  const file = useInventoryFile();
  const [written, setWritten] = useState<{ cells: number; units: number }>();
  const commit = useCommand(act.imports.commitInventory, {
    onDone: ({ cells, units }) => {
      file.drop();
      setWritten({ cells, units });
    },
  });
  const { preview } = file;
  const header = <PageHeader title={t('trip.title')} sub={t('trip.sub')} actions={file.file === undefined && choice} />;
  if (commit.pending)
    return (
      <Page header={header}>
        <WritingImport title={t('trip.writing', { count: preview.data?.summary.units ?? 0 })} />
      </Page>
    );
  if (file.file !== undefined && preview.data !== undefined)
    return (
      <Page header={header}>
        <InventoryChanges
          preview={preview.data}
          refusal={commit.refusal}
          onBack={() => {
            commit.reset();
            file.drop();
          }}
          onWrite={(leaveOutFaulty) => void (file.order && commit.send({ ...file.order, leaveOutFaulty }))}
        />
      </Page>
    );
  if (file.file !== undefined && preview.error === null)
    return (
      <Page header={header}>
        <ReadingFile key={file.file.key} name={file.file.name} onCancel={file.drop} />
      </Page>
    );
  return (
    <Page header={header}>
      {written === undefined ? (
        <>
          <ExportForEditing />
          <ChooseFile onFile={file.take} failed={preview.error} />
        </>
      ) : (
        <ImportResult
          title={t('trip.done', { count: written.cells })}
          text={[t('trip.doneText', { units: written.units })]}
          ways={[{ label: t('generate.toBoard'), to: '/sales/board' }]}
          again={{ label: t('trip.again'), onRun: () => setWritten(undefined) }}
        />
      )}
      <ImportHistory />
    </Page>
  );
}

/** The first step: every home in a file that may be edited. */
function ExportForEditing() {
  const { t } = useTranslation('inventory');
  const project = useQuery(ask.projects.detail({}));
  const save = useEditableFile();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    const any = await save(project.data?.name ?? '').finally(() => setBusy(false));
    if (!any) notifications.show({ message: t('trip.noHomes') });
  };
  return (
    <div className={styles.trip}>
      <h2>{t('trip.exportTitle')}</h2>
      <p>{t('trip.exportText')}</p>
      <Button
        variant="default"
        leftSection={<IconDownload size={15} />}
        loading={busy}
        disabled={project.data === undefined}
        onClick={() => void run()}
      >
        {t('trip.export')}
      </Button>
    </div>
  );
}
