import type Database from 'better-sqlite3';
import type { PaperTray } from './print-world.ts';

type Paper = { id: number; kind: string; number: string; issueVersion: number; state: string; voidReason: string };
type Print = { firstCopy: number; copies: number; state: string; failure: string; takenBack: number };

/** What is wrong with the papers of an office, in words: numbers that were given twice, and what nobody explains. */
export type Judgement = { readonly duplicates: readonly string[]; readonly unexplained: readonly string[] };

/** Compares what the office says of numbers and copies with what came out of the printer. `due`: copies that belong to a paper. */
export function judgePrints(client: Database.Database, tray: PaperTray, due: (kind: string) => number): Judgement {
  const duplicates: string[] = [];
  const unexplained: string[] = [];
  const papers = client
    .prepare<[], Paper>(
      `select id, kind, number, issue_version as issueVersion, state, void_reason as voidReason
       from documents where kind in ('purchasePlan', 'subscriptionBook') order by id`,
    )
    .all();
  judgeNumbers(papers, { duplicates, unexplained });
  judgeSeries(client, unexplained);
  for (const paper of papers) judgeCopies(client, paper, tray, due(paper.kind), { duplicates, unexplained });
  return { duplicates, unexplained };
}

type Found = { duplicates: string[]; unexplained: string[] };

function judgeNumbers(papers: readonly Paper[], found: Found): void {
  const seen = new Map<string, number[]>();
  for (const { kind, number, issueVersion, state, voidReason } of papers) {
    const name = `${kind} ${number}`;
    const versions = seen.get(name) ?? [];
    if (versions.includes(issueVersion)) found.duplicates.push(`${name} version ${issueVersion}`);
    seen.set(name, [...versions, issueVersion]);
    if (state === 'issuing') found.unexplained.push(`${name} is still being made`);
    if (state === 'voided' && voidReason === '') found.unexplained.push(`${name} is void for no reason`);
  }
  for (const [name, versions] of seen)
    if (Math.max(...versions) !== versions.length) found.unexplained.push(`${name} lacks a version`);
}

/** Every number of the series of plans that was taken has its plan. */
function judgeSeries(client: Database.Database, unexplained: string[]): void {
  const numbers = client.prepare<[], string>(`select number from quotes order by number`).pluck().all();
  numbers.forEach((number, at) => {
    if (Number(number.split('-').at(-1)) !== at + 1) unexplained.push(`gap before ${number}`);
  });
}

function judgeCopies(client: Database.Database, paper: Paper, tray: PaperTray, due: number, found: Found): void {
  const prints = client
    .prepare<[number], Print>(
      `select first_copy as firstCopy, copies, state, failure, taken_back as takenBack from prints where document_id = ?`,
    )
    .all(paper.id);
  const spoiled = client
    .prepare<[number], { copy: number; reason: string }>(
      `select copy, reason from spoiled_copies where document_id = ? order by copy`,
    )
    .all(paper.id);
  const name = (copy: number) => `${paper.number} version ${paper.issueVersion} copy ${copy}`;
  const standing = new Map<number, number>();
  const explained = new Set<number>();
  for (const print of prints) {
    if (['queued', 'sending', 'sent'].includes(print.state))
      found.unexplained.push(`a print of ${paper.number} is open`);
    const on = print.state !== 'failed' && print.state !== 'cancelled';
    if (!on && print.failure === '') found.unexplained.push(`a print of ${paper.number} failed for no reason`);
    for (let copy = print.firstCopy; copy < print.firstCopy + print.copies; copy += 1) {
      explained.add(copy);
      if (on) standing.set(copy, (standing.get(copy) ?? 0) + 1);
    }
  }
  for (const [copy, often] of standing) if (often > 1) found.duplicates.push(name(copy));
  const last = Math.max(0, ...explained);
  for (let copy = 1; copy <= last; copy += 1) if (!explained.has(copy)) found.unexplained.push(`gap: ${name(copy)}`);
  const lying = tray.copies.get(paper.id) ?? new Map<number, number[]>();
  const nths: number[] = [];
  for (const [copy, reprints] of lying) {
    if (reprints.length > 1) found.duplicates.push(`${name(copy)} came out ${reprints.length} times`);
    if (!standing.has(copy)) found.unexplained.push(`${name(copy)} came out and nobody knows of it`);
    for (const nth of reprints) {
      if (nth > 0 !== copy > due) found.unexplained.push(`${name(copy)} bears the wrong mark`);
      if (nth > 0) nths.push(nth);
    }
  }
  const bad = new Map(spoiled.map(({ copy, reason }) => [copy, reason]));
  for (const copy of standing.keys()) {
    if (bad.get(copy) === '') found.unexplained.push(`${name(copy)} is spoiled for no reason`);
    if (!lying.has(copy) && !bad.has(copy)) found.unexplained.push(`${name(copy)} should be there and is not`);
  }
}
