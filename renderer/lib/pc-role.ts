import { thisPc } from './office.ts';

/** Whether this PC is a terminal, and of which office. Outlives the sessions: it is asked under `gate`. */
export const pcRoleQuery = {
  queryKey: ['gate', 'terminal'],
  queryFn: async () => (await thisPc()).terminal.state({}),
};
