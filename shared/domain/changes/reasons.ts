import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { entryCodeSchema, entryLabelSchema, namedOnce } from '../settings/named-list.ts';
import { type ChangeKind, changeKinds } from './kinds.ts';

/** Most reasons that an office lists. */
export const MOST_REASONS = 60;

/** A reason for which changes of deals are asked for (变更原因), and the kinds that it is offered for. */
export const changeReasonSchema = z.strictObject({
  code: entryCodeSchema,
  label: entryLabelSchema,
  kinds: z.array(z.enum(changeKinds)).min(1),
});
/** A reason for which changes of deals are asked for. */
export type ChangeReason = z.output<typeof changeReasonSchema>;

/** The list of reasons. */
export const changeReasonsSchema = namedOnce(changeReasonSchema, MOST_REASONS);

/** The reasons that ship with the program. Custom: the office changes them in its settings. */
export const defaultChangeReasons: readonly ChangeReason[] = [
  {
    code: 'loan',
    label: '贷款未获批或额度不足',
    kinds: ['planChange', 'paymentRelief', 'signingExtension', 'cancellation'],
  },
  {
    code: 'funds',
    label: '资金安排变动',
    kinds: ['planChange', 'paymentRelief', 'signingExtension', 'unitChange', 'cancellation'],
  },
  { code: 'absent', label: '买受人不在本地或事务冲突', kinds: ['signingExtension'] },
  { code: 'papers', label: '资料未备齐', kinds: ['signingExtension'] },
  { code: 'family', label: '家庭成员意见或变动', kinds: ['nameChange', 'unitChange', 'cancellation'] },
  { code: 'coOwner', label: '增加或减少共有人', kinds: ['nameChange'] },
  { code: 'home', label: '楼层、朝向或面积不合意', kinds: ['unitChange', 'cancellation'] },
  { code: 'eligibility', label: '购房资格不符', kinds: ['nameChange', 'cancellation'] },
  { code: 'offer', label: '优惠政策或职级特批', kinds: ['priceChange'] },
  { code: 'agreed', label: '双方协商变更约定', kinds: ['termsChange'] },
  {
    code: 'company',
    label: '出卖人原因',
    kinds: ['unitChange', 'priceChange', 'paymentRelief', 'signingExtension', 'cancellation'],
  },
  { code: 'noShow', label: '逾期未签约', kinds: ['forfeiture'] },
  { code: 'other', label: '其他', kinds: [...changeKinds] },
];

/** The reasons of the office for one kind of change, in its own order. */
export function reasonsFor(reasons: readonly ChangeReason[], kind: ChangeKind): ChangeReason[] {
  return reasons.filter(({ kinds }) => kinds.includes(kind));
}

/**
 * Why a change cannot be asked for with this reason: none chosen where the office lists some, or one that it does not list
 * for the kind; a remark of at least two characters where it lists none. Undefined where nothing is missing.
 */
export function changeReasonRefusal(
  reasons: readonly ChangeReason[],
  { kind, code, remark }: { readonly kind: ChangeKind; readonly code: string; readonly remark: string },
): Refusal | undefined {
  const offered = reasonsFor(reasons, kind);
  if (offered.length === 0 && code === '')
    return remark.trim().length < 2 ? { code: 'CHANGE_REASON_MISSING' } : undefined;
  if (code === '') return { code: 'CHANGE_REASON_MISSING' };
  return offered.some((one) => one.code === code) ? undefined : { code: 'CHANGE_REASON_NOT_LISTED' };
}

/** The reason of a change as whoever decides reads it: what was chosen, then the remark. */
export function reasonText(label: string, remark: string): string {
  return [label, remark].filter((part) => part !== '').join('：');
}
