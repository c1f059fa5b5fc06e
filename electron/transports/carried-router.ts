import { ORPCError, os } from '@orpc/server';
import { onTheWire } from '#electron/server/kernel/router.ts';
import { type ApiTree, isProcedure, type Procedure } from '#shared/api/procedure.ts';
import type { Carrier } from './lan-carrier.ts';

/** What a window of a terminal calls with: the carrier of its calls. */
export type CarriedContext = { readonly carrier: Pick<Carrier, 'ask' | 'act' | 'open'> };

const base = os.$context<CarriedContext>();

/** What the host refused goes on as it came; what the carrier refuses becomes data like it. */
function passedOn(error: unknown): unknown {
  return error instanceof ORPCError ? error : onTheWire(error);
}

function procedureOf(path: string, { kind }: Procedure) {
  if (kind === 'stream')
    return base.handler(async function* ({ input, context, signal }) {
      try {
        yield* context.carrier.open(path, input, signal);
      } catch (error) {
        throw passedOn(error);
      }
    });
  return base.handler(async ({ input, context, signal }) => {
    try {
      return kind === 'command'
        ? await context.carrier.act(path, input, signal)
        : await context.carrier.ask(path, input, signal);
    } catch (error) {
      throw passedOn(error);
    }
  });
}

/** The procedures of an office on a terminal. */
export type CarriedRouter = { [name: string]: ReturnType<typeof procedureOf> | CarriedRouter };

/** The office's own tree on a terminal: each call goes on to the host, so that a window never knows where it is. */
export function carriedRouter(api: ApiTree, prefix = ''): CarriedRouter {
  return Object.fromEntries(
    Object.entries(api).map(([name, node]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      return [name, isProcedure(node) ? procedureOf(path, node) : carriedRouter(node, path)];
    }),
  );
}
