import { accountById } from '#db/repositories/accounts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { lastSeries, slipsOfSeries } from '#db/repositories/fallback-slips.ts';
import { intentById } from '#db/repositories/intents.ts';
import { pickById } from '#db/repositories/launch-homes.ts';
import { deskById, launchById } from '#db/repositories/launches.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import type { FallbackSlipsData } from '#shared/documents/fallback-slips/data.ts';
import type { PaymentSlipData } from '#shared/documents/payment-slip/data.ts';
import type { PickSlipData } from '#shared/documents/pick-slip/data.ts';
import { depositCap } from '#shared/domain/subscriptions/deposit.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

const moment = (at: number) => ({ on: dayOf(at), at: timeOf(at) });

/** A pick with everything that its papers name. Throws NOT_FOUND, and PICK_LAPSED for one that keeps no home any more. */
function pickWithRecords({ db }: QueryContext, pickId: number) {
  const pick = pickById(db, pickId);
  const launch = pick && launchById(db, pick.launchId);
  const intent = pick && intentById(db, pick.intentId);
  const customer = intent && customerById(db, intent.customerId);
  const unit = pick && unitById(db, pick.unitId);
  const project = theProject(db);
  if (!pick || !launch || !intent || !customer || !unit || !project) throw new DomainError('NOT_FOUND');
  if (pick.state === 'lapsed') throw new DomainError('PICK_LAPSED', { number: pick.number });
  const by = accountById(db, pick.pickedBy)?.name ?? '';
  return { pick, launch, intent, customer, unit, project, by };
}

/** What a pick slip is printed from. */
export function pickSlipData(context: QueryContext, pickId: number): { number: string; data: PickSlipData } {
  const { pick, launch, intent, customer, unit, project, by } = pickWithRecords(context, pickId);
  return {
    number: pick.number,
    data: {
      company: { name: project.sellerName, project: project.name },
      launch: launch.name,
      customer: customer.name,
      place: intent.drawPlace ?? intent.queueNo,
      queueNo: intent.queueNo,
      desk: deskById(context.db, pick.deskId)?.name ?? '',
      by,
      unit: labelOfUnit(context.db, unit.id),
      houseType: unit.houseType,
      builtArea: `${areaToDecimal(unit.builtArea)} ㎡`,
      listPrice: pick.listPrice ?? fen(0),
      picked: moment(pick.pickedAt),
      keptUntil: moment(pick.expiresAt),
    },
  };
}

/** What a payment slip is printed from: the usual deposit, as far as the law lets it be. */
export function paymentSlipData(context: QueryContext, pickId: number): { number: string; data: PaymentSlipData } {
  const { pick, customer, unit, project } = pickWithRecords(context, pickId);
  const most = depositCap(pick.listPrice ?? fen(0), context.setting('depositCapPpm'));
  return {
    number: pick.number.replace('XF', 'JK'),
    data: {
      company: { name: project.sellerName, project: project.name },
      customer: customer.name,
      unit: labelOfUnit(context.db, unit.id),
      pick: pick.number,
      deposit: fen(Math.min(context.setting('defaultDeposit'), most)),
      account: { name: project.sellerName, bank: project.supervisedBank, number: project.supervisedAccount },
      payBy: moment(pick.expiresAt),
      by: context.actor.name,
    },
  };
}

/** What the newest printing of fallback slips says. Throws NOT_FOUND before the first. */
export function fallbackSlipsData(
  context: QueryContext,
  launchId: number,
): { number: string; data: FallbackSlipsData } {
  const { db } = context;
  const launch = launchById(db, launchId);
  const project = theProject(db);
  const slips = slipsOfSeries(db, launchId, lastSeries(db, launchId));
  const [first] = slips;
  if (launch === undefined || project === undefined || first === undefined) throw new DomainError('NOT_FOUND');
  return {
    number: launch.number.replace('KP', 'SG'),
    data: {
      company: { name: project.sellerName, project: project.name },
      launch: launch.name,
      printedOn: dayOf(first.printedAt),
      by: accountById(db, first.printedBy)?.name ?? '',
      numbers: slips.map(({ number }) => number),
    },
  };
}
