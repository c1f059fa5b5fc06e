import { describe, expect, it } from 'vitest';
import { addressesOf, ageOf, shownSessions, shownTerminals } from '#renderer/features/terminals/terminal-list.ts';

const now = 1_800_000_000_000;
const terminal = (name: string, facts: Partial<Parameters<typeof shownTerminals>[0][number]> = {}) => ({
  name,
  state: 'active' as const,
  windows: 0,
  seen: { at: now - 60_000, address: '', program: '0.1.0' },
  people: [],
  ...facts,
});

describe('The list of terminals', () => {
  const seen = (at: number, address = '192.168.1.9') => ({ at, address, program: '0.1.0' });
  const front = terminal('接待台 1', { windows: 2, people: [{ id: 4, name: '何佳怡' }] });
  const second = terminal('接待台 2', { windows: 1, seen: seen(now) });
  const signing = terminal('签约室', { seen: seen(now - 3_600_000, '192.168.1.32') });
  const office = terminal('内勤', { seen: seen(now - 1_000) });
  const fresh = terminal('新电脑', { seen: null });
  const lost = terminal('旧笔记本', { state: 'revoked', seen: seen(now) });

  it('has those that are connected first by name, then whoever was seen last, and those shut out at the end', () => {
    expect(shownTerminals([lost, fresh, signing, office, second, front], '', [], 'zh-CN')).toEqual([
      front,
      second,
      office,
      signing,
      fresh,
      lost,
    ]);
  });

  it('is searched by name, address and who sits there', () => {
    const all = [front, signing, office, lost];
    expect(shownTerminals(all, ' 佳怡 ', [], 'zh-CN')).toEqual([front]);
    expect(shownTerminals(all, '168.1.32', [], 'zh-CN')).toEqual([signing]);
    expect(shownTerminals(all, '笔记', [], 'zh-CN')).toEqual([lost]);
    expect(shownTerminals(all, '没有这台', [], 'zh-CN')).toEqual([]);
  });

  it('keeps what the pressed filters say', () => {
    const all = [front, signing, office, lost];
    expect(shownTerminals(all, '', ['away'], 'zh-CN')).toEqual([office, signing]);
    expect(shownTerminals(all, '', ['online', 'revoked'], 'zh-CN')).toEqual([front, lost]);
  });
});

describe('The age of what was seen', () => {
  it('is told in minutes and hours of the last day, and by its date after that', () => {
    expect(ageOf(now - 59_000, now)).toEqual({ unit: 'now' });
    expect(ageOf(now - 61_000, now)).toEqual({ unit: 'minutes', count: 1 });
    expect(ageOf(now - 59 * 60_000, now)).toEqual({ unit: 'minutes', count: 59 });
    expect(ageOf(now - 25 * 3_600_000, now)).toEqual({ unit: 'long' });
    expect(ageOf(now - 23.9 * 3_600_000, now)).toEqual({ unit: 'hours', count: 23 });
  });

  it('is never negative, though the clock of the screen runs behind', () => {
    expect(ageOf(now + 5_000, now)).toEqual({ unit: 'now' });
  });
});

describe('The addresses of a host', () => {
  const networks = [
    { interface: 'eth0', address: '192.168.1.20' },
    { interface: 'wlan0', address: '10.0.0.7' },
    { interface: 'wlan0', address: 'fd00::7' },
  ];

  it('are typed with the port, each once', () => {
    expect(addressesOf([...networks, ...networks], { port: 8443, interface: null })).toEqual([
      '192.168.1.20:8443',
      '10.0.0.7:8443',
    ]);
  });

  it('are the long ones only where there are no others', () => {
    const long = networks.filter(({ address }) => address.includes(':'));
    expect(addressesOf(long, { port: 8443, interface: null })).toEqual(['[fd00::7]:8443']);
  });

  it('are those of the one network it listens at', () => {
    expect(addressesOf(networks, { port: 9000, interface: 'eth0' })).toEqual(['192.168.1.20:9000']);
    expect(addressesOf(networks, { port: 9000, interface: 'usb0' })).toEqual([]);
  });
});

describe('Who is logged in', () => {
  const session = (name: string, terminal: string, startedAt: number) => ({
    person: { id: 1, name, post: 'consultant' as const },
    terminal,
    startedAt,
  });

  it('is listed with whoever came last first, and searched by name and terminal', () => {
    const away = session('何佳怡', '接待台 1', 1);
    const busy = session('蒋雪梅', '签约室', 9);
    expect(shownSessions([away, busy], '')).toEqual([busy, away]);
    expect(shownSessions([away, busy], '接待')).toEqual([away]);
    expect(shownSessions([away, busy], '雪梅')).toEqual([busy]);
  });
});
