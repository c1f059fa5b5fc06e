import Bonjour from 'bonjour-service';

/** The service by which hosts make themselves known on the network of the office. */
const serviceType = 'zhiye';
/** How long hosts are listened for, ms. */
const LISTEN_MS = 2_000;

/** A host that was heard of. Nothing of it is believed before both sides have proved that they know the code. */
export type FoundHost = {
  /** How the number of its office begins. */
  readonly officeId: string;
  readonly officeName: string;
  /** Name of the PC. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
};

export type Announcement = {
  readonly officeName: string;
  readonly officeId: string;
  readonly pcName: string;
  readonly port: number;
  /** The address it listens at, where that is one only: it is not made known on other networks. */
  readonly address: string | undefined;
  readonly log: (line: string) => void;
};

/**
 * Makes a host known on the network, as a convenience: virtual adapters and firewalls often swallow it, and an address can
 * always be typed. Returns how to stop.
 */
export function announceHost({ officeName, officeId, pcName, port, address, log }: Announcement): () => void {
  // An option of the multicast socket beneath, which the library passes on without declaring it.
  const where: object = address === undefined ? {} : { interface: address };
  const bonjour = new Bonjour(where, (error: unknown) => log(`making the host known: ${String(error)}`));
  // The name must be one of its own on the network: offices may have the same, and a PC has one host.
  const service = bonjour.publish({
    name: `${pcName} ${officeId.slice(0, 8)}`,
    type: serviceType,
    port,
    txt: { office: clipped(officeName), id: officeId.slice(0, 8), pc: clipped(pcName) },
  });
  service.on('error', (error: unknown) => log(`making the host known: ${String(error)}`));
  return () => bonjour.unpublishAll(() => bonjour.destroy());
}

/** Listens for hosts for two seconds. A network that carries no such words gives none. */
export async function findHosts(log: (line: string) => void, listenMs = LISTEN_MS): Promise<readonly FoundHost[]> {
  const heard: unknown[] = [];
  let bonjour: Bonjour | undefined;
  try {
    bonjour = new Bonjour({}, (error: unknown) => log(`looking for hosts: ${String(error)}`));
    bonjour.find({ type: serviceType }, (service) => heard.push(service));
    await new Promise((resolve) => setTimeout(resolve, listenMs));
  } catch (error) {
    log(`looking for hosts: ${String(error)}`);
  } finally {
    bonjour?.destroy();
  }
  return hostsOf(heard);
}

/** The hosts among what was heard: each once, IPv4 before IPv6, what is not understood left out. */
export function hostsOf(heard: readonly unknown[]): readonly FoundHost[] {
  const found = new Map<string, FoundHost>();
  for (const service of heard) {
    const field = (name: string): unknown => Reflect.get(Object(service), name);
    const text = (name: string): string => {
      const value: unknown = Reflect.get(Object(field('txt')), name);
      return typeof value === 'string' ? value.trim().slice(0, 100) : '';
    };
    const port = field('port');
    const address = addressOf([Reflect.get(Object(field('referer')), 'address'), field('addresses')].flat());
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535 || address === undefined)
      continue;
    const named = { officeId: text('id'), officeName: text('office'), host: text('pc') };
    found.set(`${address}:${port}`, { ...named, address, port });
  }
  return [...found.values()].toSorted(
    (a, b) => a.officeName.localeCompare(b.officeName) || a.address.localeCompare(b.address),
  );
}

/**
 * The address to connect to: that from which the word came, for a host also lists those of its virtual adapters. A
 * link-local one of IPv6 would need the name of the network too.
 */
function addressOf(addresses: readonly unknown[]): string | undefined {
  const all = addresses.filter((one) => typeof one === 'string');
  return all.find((one) => /^\d+\.\d+\.\d+\.\d+$/.test(one)) ?? all.find((one) => !/^fe80:/i.test(one));
}

/** A text of such a record holds 255 bytes, its name included. */
function clipped(text: string): string {
  let kept = text;
  while (Buffer.byteLength(kept) > 200) kept = [...kept].slice(0, -1).join('');
  return kept;
}
