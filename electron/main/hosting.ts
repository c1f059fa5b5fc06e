import type { NetworkInterfaceInfo } from 'node:os';
import type { HostSettings, PcSettingsFile } from '#electron/device/pc-settings.ts';
import { usualPort } from '#shared/api/lan.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';

/** The office of this PC, as far as it can be hosted. */
export type HostedOffice = {
  readonly name: () => string;
  /** Lets terminals in; taken over from the PC that did so last, if it was another. Throws HOST_ELSEWHERE, OFFICE_SUPERSEDED, HOST_PORT_TAKEN. */
  readonly serve: (port: number, address: string | undefined, takeOver: boolean) => Promise<ServedOffice>;
};

export type ServedOffice = {
  /** By which terminals know the office, whichever PC has it. */
  readonly officeId: string;
  /** Terminals that are connected now. */
  readonly terminals: () => number;
  /** Until when its certificate is good, UTC ms. */
  readonly until: number;
  readonly close: () => Promise<void>;
};

export type HostingPorts = {
  readonly settings: PcSettingsFile;
  /** Undefined before one is open. */
  readonly office: () => HostedOffice | undefined;
  readonly isTerminal: () => boolean;
  readonly interfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** Makes the host known on the network; returns how to stop. */
  readonly announce: (office: {
    officeId: string;
    officeName: string;
    port: number;
    address: string | undefined;
  }) => () => void;
  /** Starts the program with the PC, or not any more. */
  readonly startWithPc: (on: boolean) => void;
  /** Keeps the PC from going to sleep; returns how to stop. */
  readonly keepAwake: () => () => void;
  /** Told whenever it starts or stops. */
  readonly onChange: () => void;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
  /** Calls back later, for a network that was not there yet when the PC started. Returns how to stop. */
  readonly later?: (act: () => void, ms: number) => () => void;
};

/** A certificate that is good for less than this is renewed, which its terminals see as a blink. */
const RENEW_MS = 30 * 86_400_000;
const LOOK_MS = 86_400_000;

/** A port that was taken or a network that was not there is tried again after this, ms. */
const AGAIN_MS = 30_000;

type Running = { readonly served: ServedOffice; readonly since: number; readonly stop: () => void };

/** How this PC is to serve the office. */
export type HostWish = Omit<HostSettings, 'enabled'> & { readonly takeOver?: boolean | undefined };

/** The role of this PC as the host of its office. */
export type Hosting = ReturnType<typeof hostingOf>;

/** Lets terminals in while it is wished: from the settings of this PC at each start, or as an administrator says. */
export function hostingOf(ports: HostingPorts) {
  const { settings, log } = ports;
  const later =
    ports.later ??
    ((act, ms) => {
      const timer = setTimeout(act, ms).unref();
      return () => clearTimeout(timer);
    });
  let running: Running | undefined;
  let problem: Refusal | null = null;
  let forgetLater: () => void = () => undefined;
  let busy: Promise<unknown> = Promise.resolve();

  const oneAtATime = <T>(act: () => Promise<T>): Promise<T> => {
    const next = busy.then(act, act);
    busy = next.catch(() => undefined);
    return next;
  };

  const state = () => {
    const wish = settings.get().host;
    return {
      able: ports.office() !== undefined && !ports.isTerminal(),
      running: running !== undefined,
      port: wish?.port ?? usualPort,
      interface: wish?.interface ?? null,
      autostart: wish?.autostart ?? false,
      since: running?.since ?? null,
      terminals: running?.served.terminals() ?? 0,
      problem,
    };
  };

  const open = async (wish: HostSettings, takeOver = false): Promise<void> => {
    const office = ports.office();
    if (ports.isTerminal()) throw new DomainError('IS_A_TERMINAL');
    if (office === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    const address = addressOf(wish.interface, ports.interfaces());
    const served = await office.serve(wish.port, address, takeOver).catch((error: unknown) => {
      throw listenRefusal(error, wish);
    });
    const { officeId } = served;
    const silence = ports.announce({ officeId, officeName: office.name(), port: wish.port, address });
    const letSleep = ports.keepAwake();
    const stop = () => {
      silence();
      letSleep();
    };
    running = { served, since: ports.now(), stop };
    problem = null;
    forgetLater = later(() => void oneAtATime(renew).catch(() => undefined), LOOK_MS);
    log('info', `the office is hosted on port ${wish.port}`);
    ports.onChange();
  };

  const close = async (): Promise<void> => {
    forgetLater();
    problem = null;
    const before = running;
    running = undefined;
    before?.stop();
    await before?.served.close();
    if (before !== undefined) ports.onChange();
  };

  const renew = async (): Promise<void> => {
    if (running === undefined) return;
    if (running.served.until - ports.now() > RENEW_MS) {
      forgetLater = later(() => void oneAtATime(renew).catch(() => undefined), LOOK_MS);
      return;
    }
    await close();
    await resume();
  };

  const resume = async (): Promise<void> => {
    const wish = settings.get().host;
    if (wish?.enabled !== true || running !== undefined || ports.office() === undefined) return;
    try {
      await open(wish);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      log('warn', `the office is not hosted: ${error.code}`);
      problem = { code: error.code, params: error.params };
      ports.onChange();
      // That passes only when somebody decides it.
      if (error.code === 'HOST_ELSEWHERE' || error.code === 'OFFICE_SUPERSEDED') return;
      forgetLater = later(() => void oneAtATime(resume).catch(() => undefined), AGAIN_MS);
    }
  };

  return {
    state,
    addresses: () => addressesOf(ports.interfaces()),
    /** Hosts the office where that is wished, once it is open; what hinders it is kept as `problem` and tried again. */
    resume: () => oneAtATime(resume),
    /** `takeOver`: although another PC served the office last. */
    start: ({ takeOver = false, ...wish }: HostWish) =>
      oneAtATime(async () => {
        const before = settings.get().host;
        await close();
        try {
          await open({ ...wish, enabled: true }, takeOver);
        } catch (error) {
          // As it was: a port that is taken must not cut off those who are connected for good.
          await resume();
          if (before?.enabled === true) log('warn', 'the host goes on as before');
          throw error;
        }
        settings.update({ host: { ...wish, enabled: true } });
        if (wish.autostart !== (before?.autostart ?? false)) ports.startWithPc(wish.autostart);
        return state();
      }),
    stop: () =>
      oneAtATime(async () => {
        await close();
        const wish = settings.get().host;
        if (wish !== undefined) settings.update({ host: { ...wish, enabled: false, autostart: false } });
        if (wish?.autostart === true) ports.startWithPc(false);
        return state();
      }),
    /** The program ends; the wish stays. */
    close: () => oneAtATime(close),
  };
}

/** Why a port can't be listened at, in the words of the office. */
function listenRefusal(error: unknown, wish: HostSettings): DomainError {
  if (error instanceof DomainError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // The low ports belong to the system: to everybody else they are as good as taken.
  if (code === 'EACCES') return new DomainError('HOST_PORT_TAKEN', { port: wish.port });
  if (code === 'EADDRNOTAVAIL') return new DomainError('HOST_NETWORK_MISSING', { name: wish.interface });
  return new DomainError('DEVICE');
}

/** What is listened at: an interface is chosen by its name, for its address changes; undefined: all of them. */
function addressOf(name: string | null, interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  if (name === null) return undefined;
  const own = interfaces[name] ?? [];
  const address = own.find(({ family }) => family === 'IPv4') ?? own[0];
  if (address === undefined) throw new DomainError('HOST_NETWORK_MISSING', { name });
  return address.address;
}

/** The addresses that terminals could type, IPv4 first; none that only this PC has. */
export function addressesOf(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): { interface: string; address: string }[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
        .map(({ address, family }) => ({ interface: name, address, family })),
    )
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ interface: name, address }) => ({ interface: name, address }));
}
