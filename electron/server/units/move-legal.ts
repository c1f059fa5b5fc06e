import { unitById } from '#db/repositories/units.ts';
import { units } from '#db/schema/inventory.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { type UnitLegalEvent, unitLegal } from '#shared/domain/units/legal.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { saleFactsOf, type UnitCommand } from './unit-facts.ts';

/** Moves a home along the registry's axis. Throws the refusal of its table. */
export function moveLegal(command: UnitCommand, unitId: number, event: UnitLegalEvent): void {
  const unit = unitById(command.db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const facts = {
    ...saleFactsOf(command.db, unit, command.today),
    commercial: unit.commercialState,
    filingChecked: true,
  };
  const { next } = decideOrRefuse(unitLegal, unit.legalState, event, facts);
  command.tx.update(units, unit.id, {
    legalState: next,
    ...(event === 'register' ? { postSaleState: 'filed' } : {}),
    ...(event === 'cancelFiling' ? { postSaleState: 'none' } : {}),
  });
}

/**
 * Lets the registry's axis say that the whole deposit of a home is in (已付定金), where the city's table shows it, and no
 * more once a part is gone, the deal has ended or has moved to another home.
 */
export function showDeposit(command: UnitCommand, unitId: number, whole: boolean): void {
  const legal = unitById(command.db, unitId)?.legalState;
  if (whole && legal === 'saleable' && command.setting('registryShowsDeposits'))
    moveLegal(command, unitId, 'recordDeposit');
  if (!whole && legal === 'depositPaid') moveLegal(command, unitId, 'withdrawDeposit');
}
