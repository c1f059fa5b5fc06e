/** Sentences of refusals about conflicts over customers and their rulings. */
export const rulingErrors = {
  RULING_OPEN_ALREADY: '这位客户已在判客 {{number}} 中。请等判定，或请主管先撤回。',
  RULING_PARTIES_FEW: '判客至少要有两位不同的当事人，每人只列一次。请补上另一方。',
  RULING_CLOSED: '判客 {{number}} 已经结束。如有新的情况，请另行提请。',
  RULING_NOT_A_PARTY: '只能判给当事人。请在当事人中选择，或撤回后补上当事人再提请。',
  RULING_GROUNDS_MISSING: '判定与规则建议不同，请写明理由。',
  RULING_APPEALED: '判客 {{number}} 已申诉过，只能申诉一次，以经理的终判为准。',
  RULING_APPEAL_NOT_PARTY: '只有当事人可以申诉。请由当事人本人提出。',
  RULING_APPEAL_LATE: '申诉期限已过（{{untilAt}}），判定已生效。如有新的情况，请另行提请。',
  RULING_NOT_APPEALED: '这件判客没有在办的申诉。请刷新后查看。',
  RULING_FINAL_GROUNDS: '终判须写明维持或改判的理由。',
  RULING_NOT_DECIDED: '还没有判定，判定后才能出具判客单。',
} as const;
