/** English sentences of the refusals about the texts of contracts. */
export const templateErrors = {
  TEMPLATE_NOT_A_TEXT: 'This is no contract text. Edit it on the page of the text and save it there.',
  TEMPLATE_TOO_LONG: 'The text is too long (at most {{most}} signs), so nothing was saved. Shorten it and save again.',
  TEMPLATE_NOT_DECLARED:
    'The text holds something that is not declared ({{place}}), so nothing was saved. A contract text uses the listed fields, tables and conditions only.',
  TEMPLATE_SIGN_NOT_ALLOWED:
    'The text holds invisible control signs, so nothing was saved. Delete what was pasted in and type it anew.',
  TEMPLATE_LOCKED:
    'The text leaves out or changes what the law fixes[[: {{words}}]], or holds what no contract may, so nothing was saved. Put it back and save again.',
  TEMPLATE_NOT_CLEAR: 'The check of the text still finds {{count}} problems. Correct them, then hand it in.',
  TEMPLATE_DAY_PAST: 'The text comes into use today or later. Choose another day.',
  TEMPLATE_NONE_IN_FORCE:
    'No text of this kind of contract is in use. Have a version approved first, then draft the contract.',
  TEMPLATE_IS_CURRENT: 'This contract already carries the text in force; there is nothing to take over.',
} as const;
