import { spawnSync } from 'node:child_process';

/** Of so many majors Electron mends what is found. */
const MENDED_MAJORS = 3;
const PATIENCE_MS = 20_000;

/** True while what is found in a version of Electron still gets mended: it is of the newest three majors. */
export function isMended(version: string, newest: string): boolean {
  const [own, last] = [version, newest].map((one) => Number.parseInt(one, 10));
  return own !== undefined && last !== undefined && last - own < MENDED_MAJORS;
}

/** The newest Electron that the registry knows of; undefined where it does not answer. */
export function newestElectron(): string | undefined {
  const asked = spawnSync('npm', ['view', 'electron', 'version'], { encoding: 'utf8', timeout: PATIENCE_MS });
  const said = asked.status === 0 ? asked.stdout.trim() : '';
  return /^\d+\.\d+\.\d+$/.test(said) ? said : undefined;
}
