import { axisConflictNames } from '#shared/domain/units/axes.ts';
import { isUnitCommercialState } from '#shared/domain/units/states.ts';
import { control } from '#shared/i18n/zh-CN/control.ts';
import { recordFields } from '#shared/i18n/zh-CN/record-fields.ts';
import { recordTables } from '#shared/i18n/zh-CN/record-tables.ts';
import { unitStates } from '#shared/i18n/zh-CN/unit-states.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';
import type { ControlCheckData } from './data.ts';

type Difference = ControlCheckData['differences'][number];

const fields: Readonly<Record<string, string>> = recordFields;
const tables: Readonly<Record<string, string>> = recordTables;
const moneyFields: readonly string[] = ['listPrice', 'filedPrice', 'floorPrice', 'price'];
const instantFields: readonly string[] = ['commercialSince', 'expiresAt', 'endedAt'];

function stateText(state: string): string {
  return isUnitCommercialState(state) ? unitStates.name[state] : state;
}

function loggedText(field: string, value: string): string {
  if (field === '') return value === '' ? control.noRecord : (tables[value] ?? value);
  if (value === '') return control.nothing;
  const number = Number(value);
  if (moneyFields.includes(field) && Number.isSafeInteger(number)) return formatYuan(fen(number));
  if (instantFields.includes(field) && Number.isSafeInteger(number)) return dateTimeOf(number);
  return stateText(value);
}

/** What a difference is. */
export function whatText({ kind, field }: Difference): string {
  return kind === 'log' && field !== '' ? `与日志不符：${fields[field] ?? field}` : control.kinds[kind];
}

/** What should be. */
export function expectedText({ kind, field, expected }: Difference): string {
  if (kind === 'board') return expected.split(',').map(stateText).join(control.or);
  if (kind === 'twoDeals') return control.oneDeal;
  if (kind === 'axes') return control.agreeing;
  return kind === 'lapsed' ? `${dateTimeOf(Number(expected))} 已到期` : loggedText(field, expected);
}

/** What was found. */
export function foundText({ kind, field, found }: Difference): string {
  const conflict = axisConflictNames.find((name) => name === found);
  if (kind === 'axes') return conflict === undefined ? found : control.conflicts[conflict];
  return kind === 'log' ? loggedText(field, found) : stateText(found);
}
