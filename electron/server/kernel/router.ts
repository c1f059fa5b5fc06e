import { ORPCError, os } from '@orpc/server';
import { type ApiTree, isProcedure, type Procedure } from '#shared/api/procedure.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Corridor } from './corridor.ts';
import { InvalidInput } from './faults.ts';
import type { Connection } from './session.ts';

/** What a transport gives with each call. */
export type CallContext = { readonly connection: Connection };

const base = os.$context<CallContext>();

/** A refusal as data on the wire: one code for the carrier, ours inside. */
export function onTheWire(error: unknown): ORPCError<'REFUSED', unknown> {
  const refusal = error instanceof DomainError ? error : new DomainError('INTERNAL');
  const paths = refusal instanceof InvalidInput ? { paths: refusal.paths } : {};
  return new ORPCError('REFUSED', { status: 422, data: { code: refusal.code, params: refusal.params, ...paths } });
}

function procedureOf(path: string, procedure: Procedure, corridor: Corridor) {
  if (procedure.kind === 'stream')
    return base.handler(async function* ({ input, context, signal }) {
      try {
        yield* corridor.open(path, input, context.connection, signal);
      } catch (error) {
        throw onTheWire(error);
      }
    });
  return base.handler(async ({ input, context }) => {
    try {
      return await corridor.call(path, input, context.connection);
    } catch (error) {
      throw onTheWire(error);
    }
  });
}

/** The procedure or nested procedures that oRPC carries; it carries only, the corridor validates and decides. */
export type OfficeRouter = { [name: string]: ReturnType<typeof procedureOf> | OfficeRouter };

/** Derives the carrier's router from the declarations. */
export function createRouter(api: ApiTree, corridor: Corridor, prefix = ''): OfficeRouter {
  return Object.fromEntries(
    Object.entries(api).map(([name, node]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      return [name, isProcedure(node) ? procedureOf(path, node, corridor) : createRouter(node, corridor, path)];
    }),
  );
}
