import type { z } from 'zod';
import { type StaffName, staff } from '#db/seed/people.ts';
import type { Office } from '#electron/server/office.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { type ApiTree, type Command, isProcedure } from '#shared/api/procedure.ts';
import { newRequestId } from '#shared/kernel/ids.ts';
import type { Random } from '#shared/kernel/random.ts';
import { openSession } from '../kernel/session.ts';

/** The procedures of an office as somebody calls them who needs no request ids of their own. */
export type DeskClient<T = OfficeClient, A = typeof officeApi> = {
  readonly [K in keyof T & keyof A]: A[K] extends Command<infer I, infer O, never> | Command<infer I, infer O>
    ? (data: z.input<I>) => Promise<z.output<O>>
    : T[K] extends (...given: never[]) => unknown
      ? T[K]
      : DeskClient<T[K], A[K]>;
};

/** A clock that stands still until it is moved; never back. */
export type MovableClock = (() => number) & { moveTo(instant: number): void };

/** A clock that begins at an instant (UTC ms). */
export function movableClock(start: number): MovableClock {
  let now = start;
  return Object.assign(() => now, {
    moveTo: (instant: number) => {
      now = Math.max(now, instant);
    },
  });
}

/**
 * A desk at which generated people work: their calls pass the same permissions, checks and log as everybody's. Each call
 * finds the person freshly logged in, since the clock jumps over their pauses.
 */
export function openDesk(
  office: Pick<Office, 'connect' | 'corridor'>,
  person: { readonly terminal: string; readonly accountId: () => number | undefined },
  ports: { readonly clock: () => number; readonly random: Random },
): DeskClient {
  const connection = office.connect(person.terminal);

  function call(path: string, command: boolean): (data: unknown) => Promise<unknown> {
    return (data) => {
      const accountId = person.accountId();
      if (accountId !== undefined) openSession(connection, accountId, ports.clock());
      const requestId = command
        ? newRequestId({ now: ports.clock, random: (bytes) => ports.random.bytes(bytes) })
        : undefined;
      return office.corridor.call(path, command ? { requestId, data } : data, connection);
    };
  }

  function client(tree: ApiTree, prefix: string): unknown {
    const entries = Object.entries(tree).map(([name, node]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      return [name, isProcedure(node) ? call(path, node.kind === 'command') : client(node, path)];
    });
    return Object.fromEntries(entries);
  }

  return client(officeApi, '') as DeskClient;
}

/** The PC at which a member of the generated staff sits. */
export function terminalOf(name: StaffName): string {
  return `案场电脑 ${String(staff.findIndex(({ loginName }) => loginName === name) + 1).padStart(2, '0')}`;
}
