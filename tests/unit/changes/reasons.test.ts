import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import {
  type ChangeReason,
  changeReasonRefusal,
  changeReasonsSchema,
  defaultChangeReasons,
  reasonsFor,
  reasonText,
} from '#shared/domain/changes/reasons.ts';
import { entryLabel, nextEntryCode } from '#shared/domain/settings/named-list.ts';

const list: readonly ChangeReason[] = [
  { code: 'loan', label: '贷款未获批', kinds: ['planChange', 'cancellation'] },
  { code: 'other', label: '其他', kinds: ['planChange'] },
];

describe('The reason of a change', () => {
  it.each([
    ['is chosen of those for its kind', 'planChange', 'loan', '', undefined],
    ['may have a remark', 'planChange', 'other', '客户来电', undefined],
    ['is missing where only a remark stands', 'planChange', '', '客户来电', 'CHANGE_REASON_MISSING'],
    ['is not one for another kind', 'cancellation', 'other', '', 'CHANGE_REASON_NOT_LISTED'],
    ['is not one that is listed no more', 'planChange', 'gone', '', 'CHANGE_REASON_NOT_LISTED'],
    ['is a remark where the office lists none', 'nameChange', '', '夫妻更名', undefined],
    ['is missing where nothing stands and nothing is listed', 'nameChange', '', ' ', 'CHANGE_REASON_MISSING'],
    ['is not invented where nothing is listed', 'nameChange', 'loan', '夫妻更名', 'CHANGE_REASON_NOT_LISTED'],
  ] as const)('%s', (_, kind, code, remark, refused) => {
    expect(changeReasonRefusal(list, { kind, code, remark })?.code).toBe(refused);
  });

  it('is read with its remark', () => {
    expect(reasonText(entryLabel(list, 'loan'), '改按公积金')).toBe('贷款未获批：改按公积金');
    expect(reasonText(entryLabel(list, 'gone'), '改按公积金')).toBe('改按公积金');
    expect(reasonText('其他', '')).toBe('其他');
  });

  it('ships for every kind, and each list of the office keeps codes and names apart', () => {
    expect(changeReasonsSchema.parse(defaultChangeReasons)).toEqual(defaultChangeReasons);
    for (const kind of changeKinds) expect(reasonsFor(defaultChangeReasons, kind).length).toBeGreaterThan(1);
    const twin = { code: 'loan', label: '另一项', kinds: [...changeKinds] };
    expect(changeReasonsSchema.safeParse([...list, twin]).success).toBe(false);
    expect(changeReasonsSchema.safeParse([...list, { ...twin, code: 'r3', label: '其他' }]).success).toBe(false);
  });

  it('that is added has a code of its own, whatever was taken out before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 40 }), (steps) => {
        let reasons = list;
        for (const [index, step] of steps.entries()) {
          if (step % 3 === 0 && reasons.length > 0) reasons = reasons.toSpliced(step % reasons.length, 1);
          else reasons = [...reasons, { code: nextEntryCode(reasons), label: `原因 ${index}`, kinds: ['planChange'] }];
        }
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
      }),
    );
  });
});
