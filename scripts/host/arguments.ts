import { parseArgs } from 'node:util';
import { usualPort } from '#shared/api/lan.ts';

/** How a host without a window is used. */
export const hostUsage = `npm run host -- --data DIR [--port N] [--interface ADDRESS] [--backup DIR] [--pair | --pair-all] [--as LOGIN]
            [--take-over]

Lets terminals in to the office of a data folder, without a window, until it is told to stop (Ctrl+C, SIGTERM).
  --data DIR           data folder of the program, the one that was given to npm start -- --data
  --port N             port to listen at (${usualPort})
  --interface ADDRESS  only this network: an address of this PC, or the name of its network; all of them without it
  --backup DIR         has the office's backups made in this folder, on another disk, a stick or a share; none without it
  --pair               shows a code for one terminal, good for ten minutes
  --pair-all           shows a code for all terminals of an office that has moved, good for two hours
  --take-over          although another PC served this office last: its terminals follow this one from now on
  --as LOGIN           whose act the pairing is; the first administrator's without it
An office that asks for a passphrase takes it from ZHIYE_PASSPHRASE, or a recovery code from ZHIYE_RECOVERY_CODE.
The log is in DIR/logs/host.log. On stdout there is one JSON object a line: {"listening":true,…} and {"closed":true}.
Ends with 0 when it was told to stop, 1 for a fault, 2 for a wrong command line, 3 when another process has the office,
4 when it can't be opened with what was given, 5 when the port or the network can't be had, or another PC served the
office last, 6 when the folder for the backups can't be used.`;

/** What a command line of a host asks for. */
export type HostArguments = {
  readonly data: string;
  readonly port: number;
  /** An address of this PC or the name of a network. */
  readonly network: string | undefined;
  /** Folder for the office's backups; none are made without one. */
  readonly backup: string | undefined;
  readonly pair: 'one' | 'all' | undefined;
  readonly as: string | undefined;
  readonly takeOver: boolean;
};

/** A command line that is not understood, with the sentence why. */
export class UsageError extends Error {}

/** Reads the command line. Throws a UsageError. */
export function parseHostArguments(args: readonly string[]): HostArguments {
  const values = read(args);
  if (values.data === undefined) throw new UsageError(hostUsage);
  const port = values.port === undefined ? usualPort : Number(values.port);
  if (!/^[1-9]\d{0,4}$/.test(String(port)) || port > 65_535)
    throw new UsageError('--port takes a number from 1 to 65535.');
  if (values.pair && values['pair-all'])
    throw new UsageError('--pair and --pair-all show one code: choose one of them.');
  return {
    data: values.data,
    port,
    network: values.interface,
    backup: values.backup,
    pair: values['pair-all'] ? 'all' : values.pair ? 'one' : undefined,
    as: values.as,
    takeOver: values['take-over'],
  };
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        interface: { type: 'string' },
        backup: { type: 'string' },
        pair: { type: 'boolean', default: false },
        'pair-all': { type: 'boolean', default: false },
        as: { type: 'string' },
        'take-over': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${hostUsage}`);
  }
}
