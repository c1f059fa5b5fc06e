import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { useProjectFiles } from '../hooks/use-project-files.ts';
import type { TakenOver } from '../project-model.ts';
import { ChooseProject } from './choose-project.tsx';
import { ImportHistory } from './import-history.tsx';
import { ProjectDone } from './project-done.tsx';
import { ProjectSteps } from './project-steps.tsx';
import { ReadingFile } from './reading-file.tsx';

/** A running project into customers, deals and money. `choice` leads to the other imports while no file is open. */
export function ProjectImport({ choice }: { choice: ReactNode }) {
  const { t } = useTranslation('runningProject');
  const language = useLanguage();
  const project = useProjectFiles();
  const [taken, setTaken] = useState<TakenOver>();
  const { chosen, totals } = project;
  const seen = project.preview.data;
  const header = <PageHeader title={t('title')} sub={t('sub')} actions={chosen === undefined && choice} />;
  if (chosen !== undefined && seen !== undefined && totals !== undefined)
    return (
      <Page header={header}>
        <ProjectSteps key={chosen.key} project={project} seen={seen} totals={totals} onTaken={setTaken} />
      </Page>
    );
  if (chosen !== undefined && project.preview.error === null) {
    const names = joinWords(
      chosen.files.map(({ name }) => name),
      language,
    );
    return (
      <Page header={header}>
        <ReadingFile key={chosen.key} name={names} onCancel={project.drop} />
      </Page>
    );
  }
  return (
    <Page header={header}>
      {taken === undefined ? (
        <ChooseProject onFiles={project.take} failed={project.preview.error} />
      ) : (
        <ProjectDone taken={taken} onAgain={() => setTaken(undefined)} />
      )}
      <ImportHistory />
    </Page>
  );
}
