import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type FileStep,
  type ListedPaper,
  lackings,
  listedPapers,
  MOST_REQUIRED_FILES,
  papersOfFile,
  type RequirableFile,
  type RequiredFile,
  requirableFiles,
  stepsOfFile,
} from '#shared/domain/contracts/required-files.ts';
import styles from './settings.module.css';

type FilesProps = { value: readonly RequiredFile[]; onChange: (value: readonly RequiredFile[]) => void };

/** The line with another file or step: what cannot be asked for then falls away. */
function fitted(line: RequiredFile, kind: RequirableFile, wish: FileStep): RequiredFile {
  const steps = stepsOfFile(kind);
  const step = steps.find((one) => one === wish) ?? steps[0] ?? wish;
  const possible = papersOfFile(kind, step);
  const kept = line.papers.filter((paper) => possible.includes(paper));
  return { ...line, kind, step, papers: kept.length > 0 ? kept : [...possible] };
}

/** Which scans are needed for which paper, by when, and whether the office refuses the step without them. */
export function RequiredFilesEditor({ value, onChange }: FilesProps) {
  const { t } = useTranslation('settings');
  const { t: files } = useTranslation('attachments');
  const { t: templates } = useTranslation('templates');
  const nameOf = (paper: ListedPaper) =>
    paper === 'supplement' || paper === 'termination' ? t(`requiredFiles.${paper}`) : templates(`forms.${paper}`);
  const put = (index: number, line: RequiredFile) => onChange(value.with(index, line));
  const takenBefore = (index: number) =>
    value.slice(0, index).flatMap(({ kind, papers }) => papers.map((paper) => `${kind} ${paper}`));
  return (
    <div className={styles.group}>
      <p className={styles.rowHead}>{t('requiredFiles.hint')}</p>
      {value.map((line, index) => {
        const { kind, step, lacking, papers } = line;
        const label = files(`kinds.${kind}`);
        const possible = papersOfFile(kind, step);
        const twice = papers.some((paper) => takenBefore(index).includes(`${kind} ${paper}`));
        return (
          <fieldset
            // Lines have no names of their own; those before a line that goes keep their places.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className={styles.fileLine}
            aria-label={label}
          >
            <Select
              size="xs"
              label={t('requiredFiles.kind')}
              data={requirableFiles.map((one) => ({ value: one, label: files(`kinds.${one}`) }))}
              value={kind}
              allowDeselect={false}
              onChange={(next) => next !== null && put(index, fitted(line, next, step))}
            />
            <Select
              size="xs"
              label={t('requiredFiles.step')}
              data={stepsOfFile(kind).map((one) => ({ value: one, label: t(`requiredFiles.steps.${one}`) }))}
              value={step}
              allowDeselect={false}
              onChange={(next) => next !== null && put(index, fitted(line, kind, next))}
            />
            <Select
              size="xs"
              label={t('requiredFiles.lacking')}
              data={lackings.map((one) => ({ value: one, label: t(`requiredFiles.lackings.${one}`) }))}
              value={lacking}
              allowDeselect={false}
              onChange={(next) => next !== null && put(index, { ...line, lacking: next })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('requiredFiles.remove', { kind: label })}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <IconTrash size={16} />
            </ActionIcon>
            <MultiSelect
              size="xs"
              className={styles.wide ?? ''}
              label={t('requiredFiles.papers')}
              required
              data={possible.map((paper) => ({ value: paper, label: nameOf(paper) }))}
              value={papers}
              error={twice && t('requiredFiles.twice', { kind: label })}
              onChange={(next) => put(index, { ...line, papers: listedPapers.filter((paper) => next.includes(paper)) })}
            />
          </fieldset>
        );
      })}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        disabled={value.length >= MOST_REQUIRED_FILES}
        onClick={() => {
          const free = requirableFiles.find((one) => value.every(({ kind }) => kind !== one)) ?? 'identity';
          onChange([...value, fitted({ kind: free, step: 'review', lacking: 'warns', papers: [] }, free, 'review')]);
        }}
      >
        {t('requiredFiles.add')}
      </Button>
    </div>
  );
}
