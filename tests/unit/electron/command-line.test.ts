import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownArguments, parseCommandLine } from '#electron/main/command-line.ts';
import { dataFolders } from '#electron/main/data-folders.ts';

describe('the command line', () => {
  it('asks for nothing when it is empty', () => {
    expect(parseCommandLine([])).toEqual({ ignored: [] });
  });

  it('reads folder, demonstration, language and size in both ways of writing', () => {
    const asked = {
      data: 'D:\\案场 数据',
      demo: {},
      language: 'en',
      windowSize: { width: 1920, height: 1080 },
      ignored: [],
    };
    const spaced = ['--data', 'D:\\案场 数据', '--demo', '--lang', 'en', '--window-size', '1920x1080'];
    expect(parseCommandLine(spaced)).toEqual(asked);
    expect(parseCommandLine(['--data=D:\\案场 数据', '--demo', '--lang=en', '--window-size=1920x1080'])).toEqual(asked);
  });

  it('reads as whom a demonstration is entered', () => {
    expect(parseCommandLine(['--demo', '--as', 'manager'])).toMatchObject({ demo: {}, as: 'manager' });
    expect(parseCommandLine(['--demo', '--as']).ignored).toEqual(['--as']);
  });

  it('gives the demonstration a folder only when one follows', () => {
    expect(parseCommandLine(['--demo', 'demo-office', '--lang', 'en']).demo).toEqual({ folder: 'demo-office' });
    expect(parseCommandLine(['--demo', '--lang', 'en']).demo).toEqual({});
  });

  it('reads how a host without a window is wanted', () => {
    const asked = { host: true, port: 9443, network: '以太网', ignored: [] };
    expect(parseCommandLine(['--host', '--port', '9443', '--interface', '以太网'])).toEqual(asked);
    expect(parseCommandLine(['--host', '--port=9443', '--interface=以太网'])).toEqual(asked);
    expect(parseCommandLine(['--host', '--take-over'])).toEqual({ host: true, takeOver: true, ignored: [] });
    expect(parseCommandLine(['--host', '--backup=E:\\备份'])).toEqual({ host: true, backup: 'E:\\备份', ignored: [] });
    expect(parseCommandLine(['--host', '--backup', '--take-over'])).toMatchObject({ ignored: ['--backup'] });
    expect(parseCommandLine(['--host', '--port', '70000']).ignored).toEqual(['--port 70000']);
  });

  it('starts without what it does not understand, and tells it', () => {
    expect(parseCommandLine(['--data', '--window-size', 'big', '--lang'])).toEqual({
      ignored: ['--data', '--window-size big', '--lang'],
    });
  });

  it('lets the switches of Chromium and the files of the system pass by', () => {
    expect(parseCommandLine(['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', 'a.xlsx']).ignored).toEqual(
      [],
    );
  });

  it('finds its own arguments behind the folder of the program when it runs from sources', () => {
    const argv = ['/x/electron', '--inspect=0', '-r', '/x/loader.js', '--no-sandbox', '.', '--demo', 'd'];
    expect(ownArguments(argv, false)).toEqual(['--demo', 'd']);
    expect(ownArguments(['/opt/zhiye', '--demo', 'd'], true)).toEqual(['--demo', 'd']);
  });
});

describe('the folders of a run', () => {
  const usual = path.resolve('/home/li/.config/Zhiye Desk');
  const temporary = path.resolve('/tmp/zhiye-demo-1');
  const newTemporary = () => temporary;

  it('are the usual ones when nothing is asked', () => {
    expect(dataFolders(parseCommandLine([]), usual, '/w', newTemporary)).toEqual({
      pc: usual,
      office: path.join(usual, 'office'),
    });
  });

  it('lie together in the folder that was named', () => {
    const root = path.resolve('/w/here');
    const folders = { pc: path.join(root, 'pc'), office: path.join(root, 'office') };
    expect(dataFolders(parseCommandLine(['--data', 'here']), usual, '/w', newTemporary)).toEqual(folders);
    expect(dataFolders(parseCommandLine(['--demo', 'here']), usual, '/w', newTemporary)).toEqual(folders);
  });

  it('of a demonstration without a name are thrown away and never the real office', () => {
    const { pc, office, throwAway } = dataFolders(parseCommandLine(['--demo']), usual, '/w', newTemporary);
    expect([pc, office, throwAway]).toEqual([path.join(temporary, 'pc'), path.join(temporary, 'office'), temporary]);
  });
});
