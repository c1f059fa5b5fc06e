import { readDb } from '#db/access.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import type { RequirableFile } from '#shared/domain/contracts/required-files.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import type { DeskClient } from './desk.ts';
import { drawScan } from './draw-scan.ts';
import type { Stage } from './stage.ts';

/** For so many days back the office keeps its scans here; what is older lies on paper. */
const SCANNED_DAYS = 7;

/** The files of these days are scanned. */
function scans({ clock, now }: Stage): boolean {
  return dayOf(clock()) >= addDays(dayOf(now), -SCANNED_DAYS);
}

async function attach(contractId: number, person: DeskClient, kinds: readonly RequirableFile[]): Promise<void> {
  for (const [index, kind] of kinds.entries()) {
    const content = drawScan(kind, contractId * 7 + index).toString('base64');
    const file = { name: `${kind}.png`, content };
    await person.attachments.add({ noun: 'contracts', subjectId: contractId, kind, file });
  }
}

/** Attaches what the list of a contract asks for by its signing; every third buyer still owes the last of it. */
export async function scanFiles(stage: Stage, contractId: number, person: DeskClient): Promise<void> {
  if (!scans(stage)) return;
  const { files } = await person.contracts.detail({ contractId });
  const asked = files
    .filter(({ step }) => step !== 'filing')
    .flatMap(({ kind, asked: count }) => Array.from({ length: count }, () => kind));
  await attach(contractId, person, contractId % 3 === 0 ? asked.slice(0, -1) : asked);
}

/** Attaches the signed contract, without which it is not complete at its filing. */
export async function scanSigned(stage: Stage, contractId: number, person: DeskClient): Promise<void> {
  if (scans(stage)) await attach(contractId, person, ['signedContract']);
}

/** Attaches all files of a contract that came to its signing in one go. */
export async function scanDeal(stage: Stage, subscriptionId: number, person: DeskClient): Promise<void> {
  const [contract] = contractsOfSubscription(readDb(stage.office.database), subscriptionId);
  if (contract === undefined) return;
  await scanFiles(stage, contract.id, person);
  await scanSigned(stage, contract.id, person);
}
