import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { readDb } from '#db/access.ts';
import { accountByLogin } from '#db/repositories/accounts.ts';
import { peopleWho } from '#electron/server/kernel/persons.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import type { Office } from '#electron/server/office.ts';
import type { OfficeClient } from '#shared/api/index.ts';

/**
 * Has a pairing code shown, in the name of somebody who may: whoever can open the office without a window answers for it,
 * and the history says in whose name it was. Throws when there is nobody.
 */
export async function showPairingCode(office: Office, kind: 'one' | 'all', login: string | undefined): Promise<string> {
  const db = readDb(office.database);
  const may = peopleWho(db, 'terminals.manage', Date.now());
  const administrators = may.filter(({ post }) => post === 'administrator');
  const named = login === undefined ? undefined : accountByLogin(db, login);
  const person = login === undefined ? (administrators[0] ?? may[0]) : may.find(({ id }) => id === named?.id);
  if (person === undefined)
    throw new Error(
      login === undefined
        ? 'Nobody in this office may pair terminals: it has no active administrator or manager.'
        : `${login} may not pair terminals: name an active administrator or manager with --as.`,
    );
  const connection = office.connect('host without a window');
  try {
    openSession(connection, person.id, Date.now());
    // The router is built from the declarations, so its own type is too wide to name a procedure.
    const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
    await client.terminals.openPairing({ requestId: v7(), data: { kind } });
    const { open } = await client.terminals.pairing({});
    if (open === null) throw new Error('The pairing was closed again.');
    return open.code;
  } finally {
    office.disconnect(connection);
  }
}
