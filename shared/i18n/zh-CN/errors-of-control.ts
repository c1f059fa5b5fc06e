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
  UNIT_OF_OTHER_TEAM: '这套房源由{{team}}销售。请请该组同事办理，或请经理对所有小组放开。',
} as const;
