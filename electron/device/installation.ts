import { randomUUID } from 'node:crypto';
import type { PcSettingsFile } from './pc-settings.ts';

/**
 * This PC as the host of an office: an id of the installation, made once and kept in the PC's own settings, and the name
 * of the PC without the domain that a network gives it.
 */
export function servingPc(settings: PcSettingsFile, pcName: string): { installation: string; name: string } {
  const installation = settings.get().installation ?? randomUUID();
  if (settings.get().installation === undefined) settings.update({ installation });
  const [label] = pcName.split('.');
  return { installation, name: label === undefined || label === '' ? pcName : label };
}
