/** 原件保管、档案和文件传递的拒绝语句。 */
export const custodyErrors = {
  ORIGINALS_NOT_SIGNED: '合同还没有签署完毕，没有原件可以登记。请先完成签字。',
  ORIGINALS_NONE: '没有可以登记的原件：合同还没有打印，或者打印的份数都已收回。请先打印。',
  ORIGINALS_ENTERED: '这些原件已经登记过。请刷新后查看它们现在在哪里。',
  ORIGINALS_LEFT_OUT: '每一份原件都要说明去处，现在是 {{given}} 份，应为 {{count}} 份。请刷新后重新分发。',
  ORIGINAL_ELSEWHERE: '{{number}} 第 {{copyNo}} 份现在不在这里，不能这样移交。请刷新后查看它的所在。',
  ORIGINAL_NOT_THERE: '{{number}} 第 {{copyNo}} 份不能移到那里。请另选去处。',
  CUSTODY_REASON_MISSING: '请写明原因：以后有人会问这份原件为什么这样移动。',
  CUSTODY_TAKER_MISSING: '请写明谁接收。交给买受人的，请选择是哪一位买受人。',
  IDENTITY_NOT_CHECKED: '交给买受人前须核对证件。请核对原件后勾选。',
  BORROWER_MISSING: '请写明借给谁、什么时候归还。',
  BORROWED_UNTIL_PAST: '归还日期已经过去。请填今天或以后的日期。',
  ARCHIVE_BOX_MISSING: '请选择放进哪个档案盒。',
  ARCHIVE_BOX_CLOSED: '档案盒 {{number}} 已封盒。请另选一个。',
  ARCHIVE_BOX_FULL: '档案盒 {{number}} 已放满 {{capacity}} 份合同。请另选一个，或新建档案盒。',
  ARCHIVE_BOX_TOO_SMALL: '盒里已有 {{count}} 份合同，容量不能更小。请先移出一些。',
  ARCHIVE_SET_INCOMPLETE: '归档资料还缺 {{count}} 项，不能装盒。请补齐清单上的资料。',
} as const;
