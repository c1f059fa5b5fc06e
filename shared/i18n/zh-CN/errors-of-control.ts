/** Chinese sentences of the refusals about releases and the daily check. */
export const controlErrors = {
  // releases
  RELEASE_NOT_PLANNED: '这个推货批次已推出或已取消，不能再改。请另建批次。',
  RELEASE_NOT_DONE: '批次还没有推出，没有小组限制可以放开。请直接修改批次。',
  RELEASE_OPEN_TO_ALL: '这个批次已对所有小组放开。',
  RELEASE_TEAMS_END_FIRST: '小组独售的截止时间早于推货时间。请改到推货时间之后，或留空。',
  RELEASE_TEAM_UNKNOWN: '没有叫“{{team}}”的小组。请从在职人员的小组中选择。',
  RELEASE_UNIT_OFFERED: '{{unit}} 已不是未推状态，不能编入推货批次。请移出后再保存。',
  UNIT_IN_RELEASE: '{{unit}} 已编入批次 {{release}}。请先从那个批次移出。',
  UNIT_OF_OTHER_TEAM: '这套房源由{{team}}独家销售[[，到 {{untilAt}} 为止]]。请由该组同事办理，或请经理对所有小组放开。',
  // the daily check
  CHECK_SIGNED: '这次核对已签字，不能再改。今天已核对签字的，明天再核对。',
  CHECK_NOT_SIGNED: '核对还没有由主管和经理签字。两人签字后即可出具销控核对表。',
  CHECK_REPLACED: '当天已重新核对，请打开最新的一次。',
  CHECK_DIFFERENCES_OPEN: '还有 {{open}} 处差异没有说明。请逐条说明原因和处理后再签字。',
  CHECK_SIGNED_BY_YOU: '您已签过字。另一个签字由另一位同事完成。',
  CHECK_NEEDS_OTHER_POST: '核对由一位主管和一位经理各签一次；您的岗位已有人签过。',
  // the handbook
  HANDBOOK_EMPTY: '请填写内容；竞品至少填写一项对比。',
  HANDBOOK_AS_OF_FUTURE: '资料日期不能晚于今天（{{today}}）。',
  HANDBOOK_ENDS_FIRST: '有效期早于资料日期。请改到资料日期之后，或留空。',
  HANDBOOK_AS_IT_IS: '这条资料已由同事收起或恢复。请刷新后再看。',
} as const;
