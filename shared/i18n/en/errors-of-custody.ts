/** Sentences of refusals about originals, their archive and transfers. */
export const custodyErrors = {
  ORIGINALS_NOT_SIGNED:
    'The contract is not signed by all, so there is no original to enter. Complete the signatures first.',
  ORIGINALS_NONE:
    'There is no original to enter: the contract was not printed, or all copies came back. Print it first.',
  ORIGINALS_ENTERED: 'These originals are entered already. Refresh to see where they are.',
  ORIGINALS_LEFT_OUT:
    'Every original needs a place: {{given}} were given, {{count}} there are. Refresh and distribute again.',
  ORIGINAL_ELSEWHERE: 'Copy {{copyNo}} of {{number}} is not here, so it can’t be moved so. Refresh to see where it is.',
  ORIGINAL_NOT_THERE: 'Copy {{copyNo}} of {{number}} can’t go there. Choose another place.',
  CUSTODY_REASON_MISSING: 'Say why: somebody will ask why this original moved.',
  CUSTODY_TAKER_MISSING: 'Say who takes it. Where a buyer does, choose which.',
  IDENTITY_NOT_CHECKED: 'Before a buyer takes an original, the identity document is checked. Check it and tick that.',
  BORROWER_MISSING: 'Say who borrows it and when it comes back.',
  BORROWED_UNTIL_PAST: 'The day of return has passed. Choose today or later.',
  ARCHIVE_BOX_MISSING: 'Choose the box that it goes into.',
  ARCHIVE_BOX_CLOSED: 'Box {{number}} is closed. Choose another one.',
  ARCHIVE_BOX_FULL: 'Box {{number}} holds its {{capacity}} contracts. Choose another one or open a new box.',
  ARCHIVE_BOX_TOO_SMALL: '{{count}} contracts are in the box, so its capacity can’t be smaller. Take some out first.',
  ARCHIVE_SET_INCOMPLETE: 'The set lacks {{count}} papers and can’t go into a box. Complete what the list asks for.',
  NOTHING_TO_COLLECT:
    'No original waits for the buyers: they have theirs, or it is not back yet. See where the originals are.',
  COLLECT_DAY_PAST: 'The day to collect has passed. Choose today or later.',
  TRANSFER_ANSWERED: '{{number}} was answered already. Refresh to see how it stands.',
  TRANSFER_OF_OTHERS:
    'This transfer is not your department’s. Ask somebody of the department that sent or receives it.',
  TRANSFER_TO_ITSELF: 'It would stay in the same department. Choose another one.',
  TRANSFER_REASON_MISSING: 'Say why; the other side reads it.',
  TRANSFER_SIGNER_MISSING: 'Enter who signed on paper.',
} as const;
