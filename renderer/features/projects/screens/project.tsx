import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Facts, Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { useBuildingsText } from '#renderer/components/use-buildings-text.ts';
import { ask } from '#renderer/lib/office.ts';
import { BuildingDrawer } from '../components/building-drawer.tsx';
import { BuildingsTable } from '../components/buildings-table.tsx';
import { PermitDrawer } from '../components/permit-drawer.tsx';
import { PermitScans } from '../components/permit-scans.tsx';
import { PermitsTable } from '../components/permits-table.tsx';
import { type Phase, PhaseDrawer } from '../components/phase-drawer.tsx';
import { PhaseList } from '../components/phase-list.tsx';
import { ProjectDrawer } from '../components/project-drawer.tsx';
import { type Building, type Permit, type Project, projectFields } from '../components/project-types.ts';
import styles from '../components/projects.module.css';

/** The project, its certificates and its buildings: all that the law asks about before a home may be released. */
export function ProjectScreen() {
  const { t } = useTranslation('projects');
  const buildingsText = useBuildingsText();
  const detail = useQuery(ask.projects.detail({}));
  return (
    <Loaded query={detail} whole>
      {(project) => (
        <Page
          header={
            <PageHeader
              title={project.name}
              sub={t('sub', {
                buildings: buildingsText(project.buildings),
                units: project.buildings.reduce((sum, { units }) => sum + units, 0),
              })}
            />
          }
        >
          <ProjectBody project={project} />
        </Page>
      )}
    </Loaded>
  );
}

type Task =
  | { readonly kind: 'project' }
  | { readonly kind: 'permit'; readonly permit: Permit | undefined }
  | { readonly kind: 'phase'; readonly phase: Phase | undefined }
  | { readonly kind: 'scans'; readonly permitId: number }
  | { readonly kind: 'building'; readonly building: Building };

function ProjectBody({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const session = useQuery(ask.session.current({}));
  const permissions = session.data?.state === 'open' ? session.data.person.permissions : [];
  const mayWrite = permissions.includes('projects.write');
  const [task, setTask] = useState<Task>();
  const [chosen, setChosen] = useState<number>();
  const buildingsText = useBuildingsText();
  const { buildings, permits } = project;
  const selected = buildings.find(({ id }) => id === chosen) ?? buildings.find(isWaiting) ?? buildings[0];
  const close = () => setTask(undefined);
  const scanned = task?.kind === 'scans' ? permits.find(({ id }) => id === task.permitId) : undefined;
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        <Section title={t('buildings.title')} aside={buildingsText(buildings)} flush>
          <BuildingsTable
            project={project}
            selected={selected}
            onSelect={({ id }) => setChosen(id)}
            onEdit={mayWrite ? (building) => setTask({ kind: 'building', building }) : undefined}
            mayImport={permissions.includes('units.import')}
          />
        </Section>
        <Section
          title={t('permits.title')}
          count={permits.length}
          aside={
            mayWrite && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} />}
                onClick={() => setTask({ kind: 'permit', permit: undefined })}
              >
                {t('permits.add')}
              </Button>
            )
          }
          flush
        >
          <PermitsTable
            permits={permits}
            onScans={({ id }) => setTask({ kind: 'scans', permitId: id })}
            onEdit={mayWrite ? (permit) => setTask({ kind: 'permit', permit }) : undefined}
          />
        </Section>
      </div>
      <SidePanel label={t('facts.title')} title={t('facts.title')} width={340}>
        <PanelBlock>
          <ProjectFacts project={project} onEdit={mayWrite ? () => setTask({ kind: 'project' }) : undefined} />
        </PanelBlock>
        {selected !== undefined && (
          <PanelBlock>
            <Obstacles building={selected} mayRelease={permissions.includes('units.release')} />
          </PanelBlock>
        )}
        <PanelBlock>
          <PhaseList project={project} onEdit={mayWrite ? (phase) => setTask({ kind: 'phase', phase }) : undefined} />
        </PanelBlock>
        {permissions.includes('documents.read') && (
          <PanelBlock>
            <p className={styles.panelTitle}>{t('disclosure')}</p>
            <SubjectPapers noun="projects" subjectId={project.id} kinds={['disclosureList']} renews />
          </PanelBlock>
        )}
      </SidePanel>
      {task?.kind === 'project' && <ProjectDrawer project={project} onClose={close} />}
      {task?.kind === 'permit' && <PermitDrawer project={project} permit={task.permit} onClose={close} />}
      {task?.kind === 'phase' && <PhaseDrawer project={project} phase={task.phase} onClose={close} />}
      {scanned !== undefined && <PermitScans permit={scanned} onClose={close} />}
      {task?.kind === 'building' && <BuildingDrawer project={project} building={task.building} onClose={close} />}
    </div>
  );
}

function isWaiting({ unreleased, obstacles }: Building): boolean {
  return unreleased > 0 && obstacles.length > 0;
}

function ProjectFacts({ project, onEdit }: { project: Project; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('projects');
  const { t: common } = useTranslation('common');
  const items = projectFields
    .filter((field) => field !== 'name')
    .map((field) => ({ label: t(`facts.${field}`), value: project[field] === '' ? common('none') : project[field] }));
  return (
    <>
      <Facts items={items} />
      <p className={styles.note}>{t('facts.hint')}</p>
      {onEdit && (
        <Button variant="default" size="xs" mt={8} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
    </>
  );
}

/** What the selected building still needs, each with the rule that asks for it; or the way to the board. */
function Obstacles({ building, mayRelease }: { building: Building; mayRelease: boolean }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const { name, obstacles, unreleased } = building;
  if (unreleased === 0) return <p className={styles.panelTitle}>{`${name} · ${t('buildings.allReleased')}`}</p>;
  if (obstacles.length === 0)
    return (
      <>
        <p className={styles.panelTitle}>{`${name} · ${t('buildings.ready')}`}</p>
        {mayRelease ? (
          <Button size="xs" onClick={() => void navigate({ to: '/sales/board' as string })}>
            {t('buildings.toBoard')}
          </Button>
        ) : (
          <p className={styles.note}>{t('buildings.whoReleases')}</p>
        )}
      </>
    );
  return (
    <>
      <p className={styles.panelTitle}>{`${name} · ${t('buildings.missing')}`}</p>
      <ul className={styles.obstacles}>
        {obstacles.map((refusal) => (
          <li key={refusal.code}>
            <RefusalText refusal={refusal} />
          </li>
        ))}
      </ul>
    </>
  );
}
