import { accountById } from '#db/repositories/accounts.ts';
import { theProject } from '#db/repositories/projects.ts';
import { percentText } from '#shared/documents/kit/blanks.ts';
import type { RulingSlipData } from '#shared/documents/ruling-slip/data.ts';
import type { Ruling } from '#shared/domain/customers/ruling.ts';
import { type RulingWords, rulingText } from '#shared/domain/rulings/ruling-text.ts';
import { appealUntil, ownerBy, ruleOf } from '#shared/domain/rulings/rulings.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { rulings as words } from '#shared/i18n/zh-CN/rulings.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import { maskName } from '#shared/kernel/mask-name.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { claimsOf, evidenceOf, isDeparture, visibleRuling } from '../rulings/conflict.ts';

const moment = (at: number): string => `${dayOf(at)} ${timeOf(at)}`;

const slipWords: RulingWords = {
  company: words.outcomes.company,
  owner: (name) => words.outcomes.owner.replace('{{name}}', name),
  share: (name, sharePpm) => `${name} ${percentText(sharePpm)}`,
  split: (shares) => words.split.replace('{{shares}}', shares),
};

/** What a decision slip is printed from. Throws NOT_FOUND, RULING_NOT_DECIDED. */
export function rulingSlipData(context: QueryContext, rulingId: number): RulingSlipData {
  const { db } = context;
  const { row, parties, opener, decider, appellant, firstDecider, customer } = visibleRuling(context, rulingId);
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  const { ruling, proposal, decidedAt } = row;
  if (ruling === null || decidedAt === null) throw new DomainError('RULING_NOT_DECIDED');
  const evidence = evidenceOf(context, row.customerId, row.raisedAt);
  const claims = claimsOf(context, parties, evidence, row.raisedAt);
  const nameOf = (id: number): string => accountById(db, id)?.name ?? '—';
  const text = (one: Ruling): string => rulingText(one, nameOf, slipWords);
  return {
    company: { name: project.sellerName, project: project.name },
    number: row.number,
    customer: maskName(customer.name),
    reason: words.reasons[row.reason],
    note: row.note,
    openedBy: opener,
    openedAt: moment(row.raisedAt),
    parties: parties.map(({ accountId, name, post, claim }) => {
      const brought = claims.find((one) => one.accountId === accountId);
      return {
        ...{ name, post: labels.posts[post], claim },
        registeredOn: brought?.registeredOn ?? null,
        protectedUntil: brought?.protectedUntil ?? null,
      };
    }),
    timeline: evidence.map(({ at, kind, by, counted }) => ({ at: moment(at), kind: words.kinds[kind], by, counted })),
    rule: words.rules[ruleOf(proposal)],
    proposal: text(proposal),
    ruling: text(ruling),
    departed: isDeparture(row),
    grounds: row.grounds,
    effect: words.effects[ruling.outcome].replaceAll('{{name}}', nameOf(ownerBy(ruling) ?? 0)),
    appealUntil: row.state === 'decided' ? moment(appealUntil(decidedAt)) : '',
    appeal:
      row.appealedAt === null
        ? null
        : {
            ...{ by: appellant ?? '—', at: moment(row.appealedAt), text: row.appeal },
            first:
              row.firstRuling === null || row.firstDecidedAt === null
                ? ''
                : `${text(row.firstRuling)}（${firstDecider ?? '—'} ${moment(row.firstDecidedAt)}）`,
          },
    decidedBy: decider ?? '—',
    decidedAt: moment(decidedAt),
  };
}
