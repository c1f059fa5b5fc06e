import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconHelp, IconLock, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { type FrameModel, type FramePage, pageAt } from './frame-model.ts';
import { LiveStatus } from './live-status.tsx';
import { PersonMenu } from './person-menu.tsx';
import styles from './top-bar.module.css';

/** The project that this office sells: leads to its facts, permits and buildings. An office has one. */
function ProjectLink({ office, project }: Pick<FrameModel, 'office' | 'project'>) {
  return (
    <Link to={'/sales/project' as string} className={styles.project} title={`${office.name} · ${project.name}`}>
      <b>{project.name}</b>
      {project.note !== undefined && <span>{project.note}</span>}
    </Link>
  );
}

type Places = readonly (readonly FramePage[])[];

/** Neighbours of one group share a place of the bar. */
function placesOf(pages: readonly FramePage[]): Places {
  const places: FramePage[][] = [];
  for (const page of pages) {
    const last = places.at(-1);
    if (page.group !== undefined && last?.[0]?.group === page.group) last.push(page);
    else places.push([page]);
  }
  return places;
}

/** Several pages behind one word: that of the group or, on one of them, its own. */
function PageGroup({ pages, current }: { readonly pages: readonly FramePage[]; readonly current?: FramePage }) {
  const here = pages.find((page) => page === current);
  return (
    <Menu position="bottom-start" width={160}>
      <Menu.Target>
        <button type="button" data-current={here !== undefined || undefined}>
          {here?.label ?? pages[0]?.group}
          <IconChevronDown size={13} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map((page) => (
          <Menu.Item key={page.path} component={Link} to={page.path} aria-current={page === here ? 'page' : undefined}>
            {page.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The pages of the desk one is at. */
function DeskPages({ pages }: Pick<FrameModel, 'pages'>) {
  const { t } = useTranslation('shell');
  const path = useLocation({ select: ({ pathname }) => pathname });
  const here = [...pages].find(([desk]) => path === `/${desk}` || path.startsWith(`/${desk}/`))?.[1] ?? [];
  if (here.length < 2) return null;
  const current = pageAt(here, path);
  return (
    <nav className={styles.pages} aria-label={t('pages.label')}>
      {placesOf(here).map((place) => {
        const [page] = place;
        if (page === undefined) return null;
        if (place.length > 1)
          return <PageGroup key={page.path} pages={place} {...(current === undefined ? {} : { current })} />;
        return (
          <Link key={page.path} to={page.path} data-current={page === current || undefined} activeProps={{}}>
            {page.label}
          </Link>
        );
      })}
    </nav>
  );
}

/** Project, search, connection, tasks due, lock, person. 44 px high. */
export function TopBar(model: FrameModel) {
  const { t } = useTranslation('shell');
  return (
    <header className={styles.top}>
      <ProjectLink office={model.office} project={model.project} />
      <button type="button" className={styles.search} onClick={model.onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={15} aria-hidden="true" />
        <span title={t('searchPrompt')}>{t('searchPrompt')}</span>
        <Kbd aria-hidden="true">Ctrl K</Kbd>
      </button>
      <DeskPages pages={model.pages} />
      <div className={styles.right}>
        <LiveStatus live={model.live} />
        <Link to="/today" className={styles.tasks}>
          {t('tasks')} <b>{model.tasks.count}</b>
          {model.tasks.late > 0 && (
            <Signal tone="seal" solid>
              {t('late', { count: model.tasks.late })}
            </Signal>
          )}
        </Link>
        {model.notices}
        <Tooltip label={t('helpKey')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('help')}
            aria-keyshortcuts="F1"
            onClick={model.onHelp}
          >
            <IconHelp size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('lock')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('lock')} onClick={model.onLock}>
            <IconLock size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <PersonMenu {...model} />
      </div>
    </header>
  );
}
