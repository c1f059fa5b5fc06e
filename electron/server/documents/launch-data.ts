import { accountById } from '#db/repositories/accounts.ts';
import { customerById } from '#db/repositories/customers.ts';
import type { IntentRow } from '#db/repositories/intents.ts';
import { drawOfLaunch, type LaunchRow } from '#db/repositories/launches.ts';
import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { DrawResultData } from '#shared/documents/draw-result/data.ts';
import type { IntentSlipData } from '#shared/documents/intent-slip/data.ts';
import { drawText } from '#shared/domain/launches/draw.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { launchAt, sha256 } from '../launches/launch-facts.ts';

type Reading = Pick<QueryContext, 'db'>;

function companyOf({ db }: Reading) {
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  return { name: project.sellerName, project: project.name };
}

/** What an intent slip is printed from. Throws NOT_FOUND, INTENT_WITHDRAWN for one that takes part no longer. */
export function intentSlipData(context: Reading, intent: IntentRow): IntentSlipData {
  const { db } = context;
  if (intent.state === 'withdrawn') throw new DomainError('INTENT_WITHDRAWN');
  const customer = customerById(db, intent.customerId);
  if (customer === undefined) throw new DomainError('NOT_FOUND');
  const launch = launchAt(db, intent.launchId);
  const receipts = receiptsOfOwner(db, { noun: 'intents', id: intent.id }).filter(({ state }) => state === 'valid');
  const { groupSize, pickSeconds, passes, pickHours } = launch;
  return {
    company: companyOf(context),
    launch: {
      number: launch.number,
      name: launch.name,
      opensOn: dayOf(launch.opensAt),
      opensAt: timeOf(launch.opensAt),
    },
    customer: customer.name,
    queueNo: intent.queueNo,
    code: intent.code,
    registeredOn: dayOf(intent.registeredAt),
    consultant: accountById(db, intent.consultantId)?.name ?? '',
    wishes: intent.wishes.map((unitId) => labelOfUnit(db, unitId)).filter((label) => label !== ''),
    intentMoney: launch.intentMoney,
    receipt: receipts.map(({ number }) => number).join('、'),
    rules: { groupSize, pickSeconds, passes, pickHours },
  };
}

/** What a draw result is printed from, with its number. Throws DRAW_MISSING before the draw. */
export function drawResultData(context: Reading, launch: LaunchRow): { number: string; data: DrawResultData } {
  const found = drawOfLaunch(context.db, launch.id);
  if (found === undefined) throw new DomainError('DRAW_MISSING');
  const { draw, by } = found;
  const queueNo = draw.result[0] ?? 1;
  const data = {
    company: companyOf(context),
    launch: { number: launch.number, name: launch.name },
    drawn: { on: dayOf(draw.drawnAt), at: timeOf(draw.drawnAt), by },
    witness: draw.witness,
    seed: draw.seed,
    seedSource: draw.seedSource,
    listHash: draw.listHash,
    example: { queueNo, digest: sha256(drawText(draw.seed, draw.listHash, queueNo)) },
    result: [...draw.result],
  };
  return { number: draw.number, data };
}
