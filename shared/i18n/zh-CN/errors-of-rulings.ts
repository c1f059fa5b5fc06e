/** Sentences of refusals about conflicts over customers and their rulings. */
export const rulingErrors = {
  RULING_OPEN_ALREADY: '这位客户已在判客 {{number}} 中。请等判定，或请主管先撤回。',
  RULING_PARTIES_FEW: '判客至少要有两位不同的当事人，每人只列一次。请补上另一方。',
  RULING_CLOSED: '判客 {{number}} 已经结束。如有新的情况，请另行提请。',
  RULING_NOT_A_PARTY: '只能判给当事人。请在当事人中选择，或撤回后补上当事人再提请。',
  RULING_GROUNDS_MISSING: '判定与规则建议不同，请写明理由。',
  RULING_NOT_DECIDED: '还没有判定，判定后才能出具判客单。',
} as const;
