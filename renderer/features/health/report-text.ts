import type { z } from 'zod';
import { formatBytes, formatDateTime } from '#renderer/lib/format.ts';
import type { health } from '#shared/api/health.ts';

/** What the office tells of its health. */
export type HealthReport = z.output<typeof health.report.output>;

/** Terminals are told by number: what they were named is the office's own affair. */
function terminalLine({ id, program, windows, unsentBytes }: HealthReport['terminals'][number]): string {
  return `  ${id}  program ${program}  windows ${windows}  unsent ${formatBytes(unsentBytes)}`;
}

function procedureLine(one: HealthReport['procedures'][number]): string {
  const { path, calls, meanMs, p95Ms, longestMs, longestAt } = one;
  return `  ${path}  ${calls} × ${meanMs} ms, 95 % ${p95Ms}, longest ${longestMs} at ${formatDateTime(longestAt)}`;
}

/** How many procedures a report names, the slowest first. */
const NAMED = 25;

/**
 * The report as plain text for a call to support, in English whatever the screen speaks. No name, address or number of
 * anybody: only sizes, times, versions and the program's own words.
 */
export function reportText(report: HealthReport): string {
  const { disk, database, blobs, backup, loop, papers, memory, versions, longAct, terminals } = report;
  const findings = report.findings.map(({ code, level }) => `  ${level} ${code}`);
  return [
    `Zhiye Desk ${versions.program ?? '?'}, health as of ${formatDateTime(report.at)}, open since ${formatDateTime(report.openedAt)}`,
    `system     ${versions.system}, Node ${versions.node}${versions.electron === null ? ', no windows' : `, Electron ${versions.electron}`}`,
    `database   version ${versions.schema}, SQLite ${versions.sqlite}, ${formatBytes(database.sizeBytes)}, log ${formatBytes(database.walBytes)}, ${database.events} events`,
    `disk       ${disk === null ? 'unknown' : `${formatBytes(disk.freeBytes)} free of ${formatBytes(disk.sizeBytes)}`}`,
    `files      ${blobs.count}, ${formatBytes(blobs.sizeBytes)}`,
    `copy       ${backup === null ? 'none' : `${formatDateTime(backup.at)}, ${formatBytes(backup.sizeBytes)}`}`,
    `key        ${report.keySince === null ? 'unknown' : `since ${formatDateTime(report.keySince)}`}`,
    `memory     program ${formatBytes(memory.usedBytes)}, ${formatBytes(memory.freeBytes)} free of ${formatBytes(memory.sizeBytes)}`,
    `delay      mean ${loop.meanMs}, 99 % ${loop.p99Ms}, longest ${loop.longestMs} ms`,
    `papers     ${papers.making} being made, ${papers.left} left`,
    `long act   ${longAct === null ? 'none' : `${longAct.procedure} ${longAct.percent} %`}`,
    'findings',
    ...(findings.length === 0 ? ['  none'] : findings),
    'terminals',
    ...(terminals.length === 0 ? ['  none'] : terminals.map(terminalLine)),
    'procedures',
    ...report.procedures.slice(0, NAMED).map(procedureLine),
    '',
  ].join('\n');
}
