import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPcSettings } from '#electron/device/pc-settings.ts';
import { desktopEntry, setAutostart } from '#electron/main/autostart.ts';
import { type HostingPorts, hostingOf } from '#electron/main/hosting.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { temporaryFolder } from './temporary-folder.ts';

const wish = { port: 9000, interface: null, autostart: false };
const wired = { address: '192.168.1.20', netmask: '', mac: '', internal: false, cidr: null, family: 'IPv4' as const };

function host(change: Partial<HostingPorts> = {}, taken = new Set<number>(), servedElsewhere = { on: false }) {
  const settings = openPcSettings(path.join(temporaryFolder(), 'settings.json'));
  const listening: string[] = [];
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  const certificate = { until: Number.MAX_SAFE_INTEGER };
  const clock = { now: 1_000 };
  const ports: HostingPorts = {
    settings,
    office: () => ({
      name: () => '江北案场',
      serve: async (port, address, takeOver) => {
        if (servedElsewhere.on && !takeOver) throw new DomainError('HOST_ELSEWHERE', { name: 'OLD-PC' });
        servedElsewhere.on = false;
        if (taken.has(port)) throw new DomainError('HOST_PORT_TAKEN', { port });
        const where = `${address ?? '*'}:${port}`;
        listening.push(where);
        return {
          ...{ officeId: '0190a2f0-0000-7000-8000-000000000001', until: certificate.until, terminals: () => 2 },
          close: async () => void listening.splice(listening.indexOf(where), 1),
        };
      },
    }),
    isTerminal: () => false,
    interfaces: () => ({ eth0: [wired], lo: [{ ...wired, address: '127.0.0.1', internal: true }] }),
    announce: ({ officeName, port }) => {
      told.push(`here is ${officeName} ${port}`);
      return () => told.push('gone');
    },
    startWithPc: (on) => void told.push(on ? 'with the PC' : 'by hand'),
    keepAwake: () => () => told.push('may sleep'),
    onChange: () => undefined,
    now: () => clock.now,
    log: () => undefined,
    later: (act) => {
      waiting.push(act);
      return () => void waiting.splice(waiting.indexOf(act), 1);
    },
    ...change,
  };
  return { hosting: hostingOf(ports), settings, listening, told, waiting, certificate, clock };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('A PC as the host of its office', () => {
  it('lets terminals in as an administrator says, makes itself known, and does so again at the next start', async () => {
    const { hosting, settings, listening, told } = host();
    expect(hosting.state()).toMatchObject({ able: true, running: false, port: 8443, terminals: 0 });
    expect(await hosting.start({ ...wish, interface: 'eth0', autostart: true })).toMatchObject({
      running: true,
      terminals: 2,
      since: 1_000,
    });
    expect(listening).toEqual(['192.168.1.20:9000']);
    expect(told).toEqual(['here is 江北案场 9000', 'with the PC']);
    await hosting.close();
    expect(listening).toEqual([]);
    expect(told.slice(2)).toEqual(['gone', 'may sleep']);

    const next = host({ settings });
    await next.hosting.resume();
    expect(next.listening).toEqual(['192.168.1.20:9000']);
    await next.hosting.stop();
    expect(next.listening).toEqual([]);
    const last = host({ settings });
    await last.hosting.resume();
    expect(last.hosting.state()).toMatchObject({ running: false, port: 9000, problem: null });
  });

  it('does not serve an office that another PC served last, until somebody takes it over', async () => {
    const elsewhere = { on: true };
    const { hosting, settings, listening, waiting } = host({}, new Set(), elsewhere);
    settings.update({ host: { ...wish, enabled: true } });
    await hosting.resume();
    const problem = { code: 'HOST_ELSEWHERE', params: { name: 'OLD-PC' } };
    expect(hosting.state()).toMatchObject({ running: false, problem });
    // Nobody else will decide it, so it is not tried again.
    expect(waiting).toEqual([]);
    await expect(hosting.start(wish)).rejects.toMatchObject(problem);
    expect(await hosting.start({ ...wish, takeOver: true })).toMatchObject({ running: true, problem: null });
    expect(listening).toEqual(['*:9000']);
    expect(settings.get().host).toEqual({ ...wish, enabled: true });
  });

  it('goes on as before when the port of another wish is taken', async () => {
    const { hosting, settings, listening } = host({}, new Set([9001]));
    await hosting.start(wish);
    await expect(hosting.start({ ...wish, port: 9001 })).rejects.toMatchObject({ code: 'HOST_PORT_TAKEN' });
    expect(listening).toEqual(['*:9000']);
    expect(settings.get().host).toMatchObject({ port: 9000, enabled: true });
  });

  it('says why it does not run, and tries again until its network is there', async () => {
    let interfaces: ReturnType<HostingPorts['interfaces']> = {};
    const { hosting, settings, listening, waiting } = host({ interfaces: () => interfaces });
    settings.update({ host: { ...wish, interface: 'eth0', enabled: true } });
    await hosting.resume();
    expect(hosting.state().problem).toEqual({ code: 'HOST_NETWORK_MISSING', params: { name: 'eth0' } });
    interfaces = { eth0: [wired] };
    waiting.splice(0).forEach((act) => {
      act();
    });
    await settled();
    expect(hosting.state()).toMatchObject({ running: true, problem: null });
    expect(listening).toEqual(['192.168.1.20:9000']);
  });

  it('renews its certificate before that runs out', async () => {
    const { hosting, listening, waiting, certificate, clock, told } = host();
    certificate.until = 90 * 86_400_000;
    await hosting.start(wish);
    const look = async () => {
      for (const act of waiting.splice(0)) act();
      await settled();
    };
    await look();
    expect(told).not.toContain('gone');
    clock.now = 70 * 86_400_000;
    await look();
    expect(told).toContain('gone');
    expect(listening).toEqual(['*:9000']);
  });

  it('is none where it is a terminal, or before an office is open', async () => {
    await expect(host({ isTerminal: () => true }).hosting.start(wish)).rejects.toMatchObject({ code: 'IS_A_TERMINAL' });
    const closed = host({ office: () => undefined });
    expect(closed.hosting.state().able).toBe(false);
    await expect(closed.hosting.start(wish)).rejects.toMatchObject({ code: 'OFFICE_NOT_OPEN' });
  });

  it('tells the addresses that a terminal could type', () => {
    const six = { ...wired, family: 'IPv6' as const, scopeid: 0 };
    const { hosting } = host({
      interfaces: () => ({ eth0: [{ ...six, address: 'fe80::1' }, { ...six, address: 'fd00::7' }, wired] }),
    });
    expect(hosting.addresses().map(({ address }) => address)).toEqual(['192.168.1.20', 'fd00::7']);
  });
});

describe('Starting with the PC', () => {
  const ports = { program: '/opt/Zhiye Desk/zhiye', args: ['--background'], title: '置业台' };

  it('is a file of the desktop on Linux, and goes again', () => {
    const configFolder = temporaryFolder();
    const linux = { ...ports, platform: 'linux', configFolder, setLoginItem: () => undefined };
    setAutostart(linux, true);
    const file = path.join(configFolder, 'autostart/zhiye-desk.desktop');
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Zhiye Desk/zhiye" "--background"\n');
    setAutostart(linux, false);
    expect(() => readFileSync(file)).toThrow();
  });

  it('is the system’s list elsewhere', () => {
    const said: unknown[] = [];
    setAutostart({ ...ports, platform: 'win32', configFolder: '', setLoginItem: (item) => said.push(item) }, true);
    expect(said).toEqual([{ openAtLogin: true, path: '/opt/Zhiye Desk/zhiye', args: ['--background'] }]);
  });

  it('quotes what a desktop entry would take for more than a name', () => {
    expect(desktopEntry('x', ['/a b/$(rm)`"100%'])).toContain('Exec="/a b/\\$(rm)\\`\\"100%%"');
  });
});
