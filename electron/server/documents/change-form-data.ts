import { accountById } from '#db/repositories/accounts.ts';
import { latestRequestOn } from '#db/repositories/approvals.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { customerById } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { ChangeFormData } from '#shared/documents/change-form/data.ts';
import { yuanText } from '#shared/documents/kit/blanks.ts';
import { fieldValueText } from '#shared/documents/sale-contract/values.ts';
import { type CommissionEffect, commissionEffect } from '#shared/domain/changes/commission.ts';
import { changeFigures, type Simulation } from '#shared/domain/changes/simulation.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { changes as words } from '#shared/i18n/zh-CN/changes.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';
import { dealOfChange } from '../changes/deal.ts';
import { definitionOf } from '../changes/kinds/index.ts';
import { buyerNames, reasonOfChange } from '../changes/present.ts';
import { replacedPapers } from '../changes/simulate.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { decisionsOf } from './decisions-data.ts';

const percent = (ppm: number): string => `${(ppm / 10_000).toFixed(2)} %`;

type Figure = Simulation['figures'][number];

function figureText(name: Figure['name'], value: Figure['before']): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    const kind = planKinds.find((one) => one === value);
    return changeFigures[name] === 'planKind' && kind !== undefined ? labels.planKinds[kind] : value;
  }
  const unit = changeFigures[name];
  return unit === 'fen' ? formatYuan(fen(value)) : unit === 'ppm' ? percent(value) : `${value} 人`;
}

/** What changes, row by row: the figures, then the lines of the plan that differ, then who comes and goes. */
function rowsOf({ db }: Pick<QueryContext, 'db'>, simulation: Simulation): ChangeFormData['figures'] {
  const { figures, plan, buyers, terms } = simulation;
  const text = (line: NonNullable<Simulation['plan']>['after'][number] | undefined) =>
    line === undefined ? '' : `${line.dueOn}　${formatYuan(line.amount)}`;
  const { before = [], after = [] } = plan ?? {};
  const lines = Array.from({ length: Math.max(before.length, after.length) }, (_none, index) => {
    const [was, is] = [before[index], after[index]];
    const item = is?.item ?? was?.item;
    return {
      name: item === undefined ? '' : `第 ${index + 1} 期 ${labels.planItems[item]}`,
      before: text(was),
      after: text(is),
    };
  });
  const ids = [...new Set([...(buyers?.after ?? []), ...(buyers?.before ?? [])].map(({ customerId }) => customerId))];
  const shareOf = (list: readonly { customerId: number; sharePpm: number }[] | undefined, id: number) => {
    const share = list?.find(({ customerId }) => customerId === id)?.sharePpm;
    return share === undefined ? '' : percent(share);
  };
  return [
    ...figures
      .filter(({ name }) => name !== 'commission')
      .map(({ name, before: was, after: is }) => ({
        name: words.names[name],
        before: figureText(name, was),
        after: figureText(name, is),
      })),
    ...lines.filter((row) => row.before !== row.after),
    ...(terms?.fields ?? []).map(({ field, before: was, after: is }) => ({
      name: contractForm.fields[field],
      before: fieldValueText(field, was),
      after: fieldValueText(field, is),
    })),
    ...(terms?.clauses ?? []).map((clause, index) => ({
      name: `其他约定 ${index + 1}`,
      before: '',
      after: clause,
    })),
    ...ids.map((id) => ({
      name: `买受人 ${customerById(db, id)?.name ?? ''}`,
      before: shareOf(buyers?.before, id),
      after: shareOf(buyers?.after, id),
    })),
  ];
}

/** What a change approval form is printed from, as the change stands now. Throws NOT_FOUND for an office without a project. */
export function changeFormData(context: Pick<QueryContext, 'db' | 'setting'>, change: ChangeRow): ChangeFormData {
  const { db } = context;
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  const deal = dealOfChange(db, change);
  const consultant = accountById(db, deal.row.consultantId)?.name ?? '—';
  const request = latestRequestOn(db, 'changes', change.id);
  const open = change.state === 'pending' || change.state === 'returned' || change.state === 'approved';
  const papers = open ? replacedPapers(db, deal, definitionOf(change.kind)) : [];
  return {
    company: { name: project.sellerName, project: project.name },
    kind: words.kinds[change.kind],
    number: change.number,
    subscription: deal.row.number,
    unit: labelOfUnit(db, change.unitId),
    buyers: buyerNames(context, [deal.row.id])(deal.row.id),
    consultant,
    askedBy: accountById(db, change.requestedBy)?.name ?? '—',
    askedOn: dayOf(change.requestedAt),
    figures: rowsOf(context, change.simulation),
    reason: reasonOfChange(context, change),
    money: change.simulation.cash,
    commission: commissionText(consultant, commissionEffect(change.kind, change.simulation.figures, deal.row.price)),
    effects: change.simulation.effects.map((effect) => words.effectNames[effect]),
    papers: papers.map(({ paper, outside }) => `${paper.number}（${outside} 份在外）`),
    decisions: decisionsOf(db, request),
    effectiveOn: change.effectiveOn,
  };
}

/** What a change does to the commission of a consultant, as the form says it. */
function commissionText(consultant: string, found: CommissionEffect): string {
  if (found.effect !== 'moves') {
    const said = found.effect === 'stays' ? '不变，佣金不受影响' : '退出，已计佣金结算时扣回';
    return `${consultant}的成交额 ${yuanText(found.amount)} ${said}`;
  }
  const { before, after, homes } = found;
  const home = homes === null ? '成交额' : `成交随房源由 ${homes.from} 转到 ${homes.to}，成交额`;
  return `${consultant}的${home}由 ${yuanText(before)} 改为 ${yuanText(after)}，佣金按变更后的成交额结算`;
}
