/** English sentences of the refusals about launch day. */
export const launchErrors = {
  LAUNCH_NOT_OPEN: 'Registration for this launch is not open yet. Open it on the launch’s page first.',
  LAUNCH_NOT_RUNNING:
    'The picking is not running. Call the first group up, or go on with the launch if it was paused, then try again.',
  LAUNCH_LIST_CLOSED: 'The list of this launch is closed: nobody can be added or taken off any more.',
  LAUNCH_LIST_EMPTY:
    'Nobody is on the list yet. Register customers, and take their earnest money where the launch asks for it.',
  LAUNCH_LIST_CHANGED: 'This is not the list that was published. Look at the launch again and draw the published list.',
  LAUNCH_WITHOUT_UNITS: 'This launch offers no home. Choose a release with homes, or put homes on sale first.',
  LAUNCH_WITHOUT_DESKS: 'This launch has no pick desk. Add at least one.',
  LAUNCH_RELEASE_UNKNOWN: 'This release was called off or is not there any more. Choose another.',
  LAUNCH_NOT_RELEASED:
    'The homes of this launch have not been released yet. Carry the release out first, then call up.',
  LAUNCH_GROUPS_CALLED: 'All groups have been called up. Desks go on calling whoever still has a turn.',
  LAUNCH_TURNS_OPEN: 'Somebody still stands at {{count}} desk(s). Finish these turns first.',
  LAUNCH_PLAN_STANDS:
    'Customers rely on this part of the plan already: release and earnest money once somebody is registered, groups and passes once places are drawn. Leave it as it is.',
  LAUNCH_DESK_USED: 'Desk {{desk}} cannot be taken away once the picking has begun. Leave it unused.',
  LAUNCH_DESK_TWICE: 'Two desks have the same name. Give each its own.',
  DRAW_DONE: 'The places of this launch have been drawn. There is no second draw.',
  SEED_MISSING: 'Type the public seed, at least {{least}} characters, exactly as it was published.',
  INTENT_NOT_LISTED: 'This number is not on the published list, so it has no place.',
  INTENT_NOT_CALLED: 'This number has not been called to a desk. Call the next in turn.',
  INTENT_PICKED: 'This number has picked its home already.',
  INTENT_PASSES_USED: 'This number let its turn go by more often than the launch allows ({{limit}}).',
  INTENT_WITHDRAWN: 'This number was withdrawn, so no slip is given for it. Register the customer again.',
  DRAW_MISSING: 'Places have not been drawn yet. Draw first, then issue the result.',
  INTENT_MONEY_NONE: 'This launch asks for no earnest money. Take none.',
  INTENT_TWICE: 'This customer is registered for this launch already, under number {{queueNo}} ({{number}}).',
  PICK_OUT_OF_TURN: 'It is not this number’s turn at this desk. Look at whose turn it is.',
  PICK_TIME_OVER: 'The time of this turn ended at {{endedAt}}. Call the next; whoever passed may have another turn.',
  DESK_BUSY: 'The turn at desk {{desk}} runs until {{untilAt}}. Let them pick or pass first.',
  NOBODY_WAITING: 'Nobody who was called up waits for a desk. Call the next group up.',
  REHEARSAL_ONLY: 'This is a rehearsal: nothing is printed, saved or let out of it. Do it in the office itself.',
  UNIT_NOT_IN_LAUNCH: 'Home {{unit}} is not offered at this launch. Choose another.',
  UNIT_AT_LAUNCH:
    'Home[[ {{unit}}]] is kept for launch {{number}} ({{name}}): until it ends, homes are taken at its pick desks only. Send the customer to a desk with their queue number; to keep a home back, a manager takes it off sale, freezes it or ends the launch.',
  PICK_LAPSED:
    'The home of slip {{number}} is no longer kept for the customer, so no paper is issued. Let the customer pick again.',
  SLIP_UNKNOWN: 'This slip was not numbered for this launch. Please check its number.',
  SLIP_ENTERED: 'Slip {{number}} was entered or voided already. Please check its number.',
  SLIP_TIME:
    'The time on a slip lies after the picking began ({{startedAt}}) and not after now. Please enter it as it is written.',
} as const;
