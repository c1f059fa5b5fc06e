/**
 * Name of a printer's tray, or empty for its usual one. Commas and equals signs are left out: the ways of printing of a job
 * are told in a list of such parts, and a tray's name must add none to it.
 */
export const trayName: RegExp = /^[\p{L}\p{N}_.()/ -]{0,100}$/u;
