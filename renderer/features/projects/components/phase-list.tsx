import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { Phase } from './phase-drawer.tsx';
import type { Project } from './project-types.ts';
import styles from './projects.module.css';

/** The phases of the project with their buildings. */
export function PhaseList({
  project,
  onEdit,
}: {
  project: Project;
  onEdit: ((phase: Phase | undefined) => void) | undefined;
}) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  return (
    <>
      <p className={styles.panelTitle}>
        {t('phases.title')}
        {onEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => onEdit(undefined)}
          >
            {t('phases.add')}
          </Button>
        )}
      </p>
      {project.phases.length === 0 && <p className={styles.note}>{t('phases.none')}</p>}
      {project.phases.map((phase) => {
        const own = project.buildings.filter(({ phaseId }) => phaseId === phase.id).map(({ name }) => name);
        return (
          <div key={phase.id} className={styles.phase}>
            <b>{phase.name}</b>
            <span>{own.length === 0 ? t('phases.noBuildings') : joinWords(own, language)}</span>
            {onEdit && (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('phases.editTitle', { name: phase.name })}
                onClick={() => onEdit(phase)}
              >
                {t('buildings.edit')}
              </Button>
            )}
          </div>
        );
      })}
    </>
  );
}
