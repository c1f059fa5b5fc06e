/** What a finding stops: that a version is saved at all, that it is handed in, or nothing. */
export type TemplateStop = 'save' | 'submit' | 'warn';

/** Everything that can be wrong with a text, and what it stops. Its sentences stand under `templates.problems`. */
export const templateProblems = {
  // What the law or the form fixes (contract-form.md 10).
  formChanged: 'save',
  titleChanged: 'save',
  articleGone: 'save',
  articleMoved: 'save',
  annexesChanged: 'save',
  meaningChanged: 'save',
  meaningOfEffect: 'save',
  clauseGone: 'save',
  clauseMoved: 'save',
  clauseWeakened: 'save',
  fieldGone: 'save',
  choiceChanged: 'save',
  conditionChanged: 'save',
  weightyGone: 'save',
  // What no text may hold.
  keyTwice: 'save',
  optionUnknown: 'save',
  addressTyped: 'save',
  modelForm: 'save',
  // What a draft may hold for a while.
  articleEmpty: 'submit',
  noteGone: 'submit',
  meaningTwice: 'submit',
  referenceLost: 'submit',
  referenceTyped: 'submit',
  placeholderLeft: 'submit',
  accountTyped: 'submit',
  clauseVoid: 'submit',
  clauseWeak: 'warn',
  lawRestyled: 'warn',
  ruleChanged: 'warn',
} as const satisfies Record<string, TemplateStop>;
/** Name of something that can be wrong with a text. */
export type TemplateProblem = keyof typeof templateProblems;
/** Every name of something that can be wrong with a text. */
export const templateProblemNames = Object.keys(templateProblems) as TemplateProblem[];

/** Something that is wrong with a text: what, and in which article or other part and where in it; empty where it is about the whole. */
export type TemplateFinding = {
  readonly problem: TemplateProblem;
  readonly stops: TemplateStop;
  readonly article: string;
  readonly clause: string;
  /** The words that it is about; empty where there are none. */
  readonly words: string;
};

/** A finding of a problem. */
export function found(problem: TemplateProblem, article = '', clause = '', words = ''): TemplateFinding {
  return { problem, stops: templateProblems[problem], article, clause, words };
}
