import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Project } from './project-types.ts';
import styles from './projects.module.css';

/** A phase of the project. */
export type Phase = Project['phases'][number];

/** Enters a phase or changes it: its name and its buildings. */
export function PhaseDrawer({
  project,
  phase,
  onClose,
}: {
  project: Project;
  phase: Phase | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('projects');
  const { t: common } = useTranslation('common');
  const stood = project.buildings
    .filter(({ phaseId }) => phase !== undefined && phaseId === phase.id)
    .map(({ id }) => id);
  const [name, setName] = useState(phase?.name ?? '');
  const [buildingIds, setBuildings] = useState(stood);
  const done = (sentence: string) => {
    notifications.show({ message: sentence });
    onClose();
  };
  const save = useCommand(act.projects.savePhase, { onDone: () => done(t('phases.saved', { name })) });
  const remove = useCommand(act.projects.removePhase, {
    onDone: () => done(t('phases.removed', { name: phase?.name ?? '' })),
  });
  const askRemove = (one: Phase) =>
    confirmAct({
      title: t('phases.removeTitle', { name: one.name }),
      consequence: t('phases.removeText'),
      confirmLabel: t('phases.remove'),
      danger: true,
      onConfirm: () => remove.sendOrThrow({ phaseId: one.id, version: one.version }),
    });
  const last = Math.max(0, ...project.phases.map(({ sortOrder }) => sortOrder));
  const title = phase === undefined ? t('phases.add') : t('phases.editTitle', { name: phase.name });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={440}>
      <Form
        submitLabel={common('save')}
        onSubmit={() =>
          void save.send({
            phaseId: phase?.id ?? null,
            version: phase?.version ?? null,
            projectId: project.id,
            name,
            sortOrder: phase?.sortOrder ?? last + 1,
            buildingIds,
          })
        }
        onCancel={onClose}
        dirty={name !== (phase?.name ?? '') || buildingIds.length !== stood.length}
        busy={save.pending}
        note={
          phase !== undefined && (
            <Button variant="subtle" color="seal" size="compact-sm" onClick={() => askRemove(phase)}>
              {t('phases.remove')}
            </Button>
          )
        }
      >
        <div className={styles.fields}>
          <TextInput
            label={t('phases.name')}
            value={name}
            required
            maxLength={120}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('phases.buildings')}
            description={t('phases.hint')}
            value={buildingIds.map(String)}
            onChange={(ids) => setBuildings(ids.map(Number))}
          >
            <div className={styles.buildings}>
              {project.buildings.map(({ id, name: building }) => (
                <Checkbox key={id} value={String(id)} label={building} />
              ))}
            </div>
          </Checkbox.Group>
          {save.refusal && <RefusalText refusal={save.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
