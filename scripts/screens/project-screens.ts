import {
  checkProject,
  confirmProject,
  dropProject,
  faultyProject,
  projectImport,
  tieOutProject,
} from './running-project.ts';
import { attachScans, openScan } from './scans.ts';
import type { Screen } from './screen.ts';
import { asks, checkList, confirmList, dropList, dropRubbish } from './steps.ts';

/** The project: its facts, its stock, the price list and the running project that are taken over. */
export const projectScreens: readonly Screen[] = [
  { name: '12-project', post: 'manager', path: '/sales/project' },
  { name: '12-import', post: 'planner', path: '/sales/import' },
  { name: '12-import-corrections', post: 'planner', path: '/sales/import?of=%22inventory%22' },
  { name: '12-house-types', post: 'planner', path: '/sales/house-types' },
  { name: '12-house-types-areas', post: 'planner', path: '/sales/house-types?view=%22areas%22' },
  { name: '12-generate', post: 'planner', path: '/sales/generate' },
  {
    name: '12-project-phase',
    post: 'manager',
    path: '/sales/project',
    steps: asks(({ projects }) => projects.phases.add),
  },
  {
    name: '12-project-building',
    post: 'manager',
    path: '/sales/project',
    steps: asks(({ projects }) => projects.buildings.editLabel),
  },
  {
    name: '12-project-permit',
    post: 'manager',
    path: '/sales/project',
    steps: asks(({ projects }) => projects.permits.add),
  },
  { name: '12-project-scans', post: 'manager', path: '/sales/project', steps: attachScans },
  { name: '12-project-scan-open', post: 'manager', path: '/sales/project', steps: openScan },
  { name: '12-import-columns', post: 'planner', path: '/sales/import', steps: dropList },
  { name: '12-import-check', post: 'planner', path: '/sales/import', steps: checkList },
  { name: '12-import-asked', post: 'planner', path: '/sales/import', steps: confirmList },
  { name: '12-import-refused', post: 'planner', path: '/sales/import', steps: dropRubbish },
  { name: '13-project', post: 'backOffice', path: projectImport },
  { name: '13-project-sheets', post: 'backOffice', path: projectImport, steps: dropProject },
  { name: '13-project-faults', post: 'backOffice', path: projectImport, steps: faultyProject },
  { name: '13-project-check', post: 'backOffice', path: projectImport, steps: checkProject },
  { name: '13-project-totals', post: 'backOffice', path: projectImport, steps: tieOutProject },
  { name: '13-project-asked', post: 'backOffice', path: projectImport, steps: confirmProject },
];
