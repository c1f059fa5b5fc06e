import { v7 } from 'uuid';
import { type ApiTree, isProcedure } from '#shared/api/procedure.ts';
import type { TestClient } from './office.ts';

/** A client of the office by its description, whose commands make their request ids as a screen does. */
export function withRequestIds(client: unknown, api: ApiTree): TestClient {
  const entries = Object.entries(api).map(([name, node]) => {
    const target = (client as Record<string, unknown>)[name];
    if (!isProcedure(node)) return [name, withRequestIds(target, node)];
    if (node.kind !== 'command') return [name, target];
    const call = target as (wire: unknown) => Promise<unknown>;
    return [name, (data: unknown, id: string = v7()) => call({ requestId: id, data })];
  });
  return Object.fromEntries(entries) as TestClient;
}
