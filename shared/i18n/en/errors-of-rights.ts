/** English sentences of the refusals about rights and about acting for somebody. */
export const rightsErrors = {
  RIGHT_NEVER_GIVEN: 'This right can never go to this post: it is a bound of the program. Give it to another post.',
  RIGHT_NEVER_LOST: 'This post must keep this right, or nobody could administer or audit the office.',
  RIGHT_NEEDS_READING: 'Whoever acts must be able to read. Give the reading of the same records as well.',
  SCOPE_NOT_ALLOWED: 'This post cannot see records that far.',
  MASK_NOT_ALLOWED: 'This post can never be told this: it is a bound of the program.',
  RIGHTS_OWN_POST: 'Nobody widens the rights of their own post. Ask a colleague of another post who may.',
  RIGHTS_UNCHANGED: 'No right was changed.',
  RIGHTS_REQUEST_OVER: 'This request was settled or withdrawn, or is older than seven days. Ask anew.',
  RIGHTS_OWN_REQUEST:
    'Nobody confirms what they asked for or what is about themselves. Let another colleague confirm it.',
  RIGHTS_CONFIRMER_RESET:
    'Whoever asks reset your password within the last three days. Let another colleague confirm it, or wait until then.',
  RIGHTS_NOT_ASKER: 'Only whoever asked can take a request back. If you disagree, refuse it.',
  RIGHTS_NOBODY_CONFIRMS:
    'A second person must confirm this right, and nobody else here can. First add or enable a sales manager, the general manager, finance or a second administrator, who then confirms it.',
  ACCOUNT_WAITS:
    'The post of this account waits for a second person. Have it confirmed or withdrawn on the rights page.',
  SETTING_HAS_A_PAGE: 'Rights are changed on their own page, not as a parameter.',
  ACCOUNT_OWN_POST: 'Nobody changes their own post. Ask a colleague who may.',
  DELEGATION_POST: 'Only a sales manager or the general manager has somebody act for them.',
  DELEGATION_NOT_OWN: 'You can only lend your own post; for an absent sales manager the general manager may do it.',
  DELEGATION_TO_ONESELF: 'Nobody acts for themselves. Choose another colleague.',
  DELEGATION_TO_DISABLED: 'The account of this colleague is disabled. Choose an active one.',
  DELEGATION_DAYS: 'Acting begins today ({{todayOn}}) or later and ends no earlier than it begins. Choose other days.',
  DELEGATION_TOO_LONG: 'Somebody acts for {{days}} days at most. For longer, change the post.',
  DELEGATION_NOT_LENDABLE: 'One of the chosen rights cannot be lent to this colleague. Leave it out and try again.',
  DELEGATION_NOTHING: 'There is nothing to lend. Choose at least one right, or another colleague.',
  DELEGATION_OVER: 'This has already ended or was revoked.',
} as const;
