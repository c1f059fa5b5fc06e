import { networkInterfaces } from 'node:os';
import { readDb } from '#db/access.ts';
import { office as officeTable } from '#db/schema/office.ts';
import { type OtherHosts, watchOtherHosts } from '#electron/lan/other-hosts.ts';
import type { Office } from '#electron/server/office.ts';
import type { ServingPc } from '#electron/server/terminals/authority.ts';
import { serveLan } from '#electron/transports/lan-host.ts';
import { addressesOf, type HostedOffice } from './hosting.ts';

/** An open office as its PC can let terminals in to it. */
export function hostedOffice(
  office: Office,
  {
    pc,
    log,
    others,
  }: Pick<Parameters<typeof serveLan>[0], 'log'> & {
    readonly pc: () => ServingPc;
    /** How other hosts of the office are found; a host in a test may look for none. */
    readonly others?: OtherHosts | undefined;
  },
): HostedOffice {
  const { terminals, router } = office;
  terminals.superseded.onChange(() => {
    if (terminals.superseded.found() !== null)
      log('warn', 'another PC serves this office: nothing is done here any more');
  });
  return {
    name: () => readDb(office.database).select({ name: officeTable.name }).from(officeTable).get()?.name ?? '',
    serve: async (port, address, takeOver) => {
      const standing = await terminals.serveFrom(pc(), takeOver);
      const authority = await terminals.authority();
      const { officeId } = authority;
      const own = addressesOf(networkInterfaces()).map((each) => each.address);
      const { until, ...certificate } = await terminals.leafFor(own);
      const host = await serveLan({ router, door: terminals, certificate, standing, port, address, log });
      terminals.readUnsent((id) =>
        host.sockets().reduce((sum, { terminalId, unsent }) => (terminalId === id ? sum + unsent : sum), 0),
      );
      const stopLooking =
        others === undefined
          ? () => undefined
          : watchOtherHosts(authority, others, terminals.superseded.met, (each) => log('info', each));
      const close = () => {
        stopLooking();
        return host.close();
      };
      return { officeId, until, terminals: () => terminals.present().length, close };
    },
  };
}
