/** English sentences of the refusals about changes of deals, their ends and the money that goes back. */
export const changeErrors = {
  REFUND_ABOVE_HELD:
    'At most {{heldFen}} can go back: the rest was never received, has gone back, is asked for already, or is owed to the deal. Check the amount.',
  REFUND_TO_PAYER_ONLY: 'Money goes back only to whoever paid it. Choose one of the payers.',
  RELIEF_NOT_FOR_LINE:
    'Only what the buyers pay themselves is put off or waived; the lender decides on the day of a loan. Choose another line.',
  RELIEF_LINE_PAID:
    'Line {{position}} is paid and cannot be put off. Enter only the penalty to waive, or choose another line.',
  RELIEF_DAY_NOT_LATER: 'The line is due on {{dueOn}}: choose a day after that, and not before today.',
  RELIEF_ABOVE_PENALTY: 'At most {{mostFen}} of penalty can be waived by now. Enter less.',
  REFUND_TO_ASK_AGAIN:
    'Nobody asks for {{openFen}} that goes back: its refund was rejected, withdrawn, ran out or came back. Choose “Ask for the refund again”.',
  REFUND_ASKED_ALREADY:
    'All that goes back is asked for or has gone back, and nothing is asked for twice. Look at the refunds under Money.',
  DISCOUNT_NONE:
    'This subscription has no discount, so there is no form about one. Ask for a change of discounts first.',
  REFUND_WAITING_FIRST:
    'Refund {{number}} still waits to be agreed to or paid out, so that nobody can say what the end of the contract gives back. Pay it out or withdraw it first.',
  REFUND_NOT_APPROVED: 'This refund is not approved yet and cannot be paid out. Have it approved first.',
  REFUND_NOT_PAID: 'This refund was not paid out, so there is nothing to void. Withdraw the request instead.',
  REFUND_OVER: 'This refund is paid out or has ended. Reload and look at it again.',
  REFUND_IS_OWN: 'You paid this refund out and cannot void it yourself. Ask another accountant or the manager.',
  TERMINATION_RUNNING:
    'The days after the notice of termination run until {{untilOn}}; the buyers can still sign. Wait until then.',
  CHANGE_MONEY_GONE:
    'Money has gone back by change {{number}} already, so it cannot be withdrawn. Carry it out, or void the refund first.',
  PAID_ABOVE_NEW_PLAN:
    '{{receivedFen}} was received, and the plan of the other home at {{priceFen}} has no room for it. Pay back what is too much first, or choose another way to pay.',
  NOTHING_TO_KEEP:
    'The buyer is not the cause, so the whole deposit goes back. Set what is kept to 0, or choose another cause.',
  KEPT_ABOVE_DEPOSIT:
    'At most {{mostFen}} can be kept: the deposit received, within the share of the price that the law lets count as one. Enter less.',
  NOTICE_NOTHING_TO_SIGN:
    'No contract of this subscription waits to be signed, so there is nothing to notify. Look at its state.',
  NOTICE_ISSUED:
    'The notice for this day to sign is out already. Enter its service, or issue another after an extension.',
  NOTICE_TOO_EARLY: 'A notice to sign can be issued from {{fromOn}} on. Wait until then, or change the setting.',
  NOTICE_MISSING: 'No notice was issued for this day to sign, so there is no paper of it. Issue the notice first.',
  SIGNING_NOTICE_FIRST:
    'A notice to sign has to be issued and its service entered before a termination. Do that first.',
  NOTICE_VOIDED: 'This notice is void; its service cannot be entered.',
  NOTICE_SERVED: 'The service of this notice is entered already.',
  NOTICE_SERVED_WRONG_DAY: 'The day of service lies between {{fromOn}} and {{todayOn}}. Check the slip.',
  NOTICE_TRACKING_MISSING: 'A courier or registered letter needs its number as proof of service. Enter it.',
  LETTER_DEAL_ENDED: 'This deal is not in force, so no letter about its money can go out. Look at its state.',
  LETTER_ACCOUNT_MISSING:
    'The project has no supervised account, so a letter would name none. Enter it in the project first.',
  LETTER_NEEDS_CONTRACT:
    'The contract is not signed, so no article on late payment holds yet. Send a payment notice or a notice to sign.',
  LETTER_TERMS_OWN:
    'Article 8 of this contract agrees on late payment in words of its own, so no penalty can be reckoned. Have the letter drafted and checked by a lawyer.',
  LETTER_NOTHING_LATE: 'Nothing in the plan is late, so there is nothing to demand. Send a payment notice instead.',
  LETTER_LINE_PAID: 'Line {{position}} of the plan is paid, so no letter can ask for it. Leave it out.',
  LETTER_LOAN_LINE:
    'Line {{position}} of the plan is a loan: the bank pays it, so no letter asks the buyers. Follow it up in the mortgage case; where the loan fails, change the plan first.',
  LETTER_LINE_NOT_LATE: 'Line {{position}} of the plan is due on {{dueOn}} and not late yet. Leave it out.',
  LETTER_LINE_DISPUTED:
    'Line {{position}} of the plan has been disputed since {{sinceOn}} and cannot be demanded. Settle that first and say how.',
  LETTER_LINES_MISSING: 'A letter names at least one line of the plan. Choose one.',
  LETTER_DUE_MISSING: 'A letter says the last day to pay. Enter it.',
  LETTER_DUE_PAST: 'The last day to pay cannot lie before today, {{todayOn}}. Choose another.',
  LETTER_SERVICE_DAYS:
    'It was sent on {{fromOn}} or later, and arrived no earlier than that and no later than {{todayOn}}. Check the slip.',
  LETTER_SERVED: 'The service of this letter on this buyer is entered; it cannot be changed or voided any more.',
  INVOICE_NUMBER_TAKEN: 'An invoice of this number is entered already. Check the number.',
  INVOICE_DAY_WRONG: 'The day lies between that of the invoice and today, {{todayOn}}. Choose another.',
  INVOICE_ABOVE_RECEIVED:
    'Only {{openFen}} was received and has no invoice yet; an invoice is never above that. Check the amount or enter the receipt first.',
  INVOICE_REVERSED: 'This invoice is reversed or red itself; it cannot be reversed again.',
  INVOICE_HANDED_OVER: 'It is entered already who took this invoice.',
  RESCISSION_TOO_EARLY:
    'Line {{position}} is not more than the agreed {{days}} days late; rescission is open from {{fromOn}}. Demand the payment first.',
  RESCISSION_LAPSED:
    'The right to rescind over line {{position}} lapsed after {{lastOn}}. Agree on another way with a lawyer.',
  RESCISSION_DEMAND_FIRST:
    'No demand of line {{position}} has reached every buyer and run out. Send one and enter its service first.',
  RECEIPT_EXCHANGED: 'This receipt was exchanged: its money stands on the new receipt. Go on from there.',
  RECEIPT_IS_EXCHANGE:
    'This receipt was given in exchange for another and no money came in by it, so it cannot be voided. Ask for a refund where money is to go back.',
  RECEIPT_STAYS_WITH_DEAL:
    'This receipt belongs to a subscription already. Only booking and earnest money can be turned into a deposit.',
  CHANGE_AFTER_SIGNING:
    'The contract is signed: there is no later day to sign and no forfeiture any more. Ask for a change of buyers, price, payment or terms; it is made by a supplementary agreement.',
  CHANGE_OPEN: 'Change {{number}} of this subscription is under way. Finish or withdraw it first.',
  CHANGE_OPEN_POINTS: 'Points still open: {{count}}. Settle what the page of the change lists, then carry it out.',
  CHANGE_FIGURES_MOVED:
    'It would come out otherwise than it was shown. Send it back, so that whoever asked reckons it anew and sends it in again.',
  CHANGE_REASON_MISSING: 'Nobody said why. Choose the reason of the change, or write it where there is no list.',
  CHANGE_REASON_NOT_LISTED: 'The office no longer lists this reason for such a change. Choose another one.',
  CHANGE_NOTHING: 'What is asked for is what stands already. Change something before sending it in.',
  CHANGE_MONEY_UNPLACED:
    '{{amountFen}} of what was paid has no line in the new plan: a loan is not paid by the buyer. Choose another plan, or refund first.',
  CHANGE_PLAN_TIED:
    'The approval was tied to the way of payment, so it stays. Where it must change, agree on it with whoever approved and subscribe anew.',
  CHANGE_DISCOUNT_TIED:
    'The approval was tied to no further discount, so the price goes no lower. Where it must, agree on it with whoever approved and subscribe anew.',
  SUBSCRIPTION_NOT_SENT_BACK:
    'This subscription was not sent back, so it cannot be sent in again. Look at where its approval stands.',
  PAPERS_OUTSIDE: 'Copies of {{paper}} still outside: {{count}}. Take them back and say so on the page of the paper.',
  BUYER_REPRESENTATIVE_MISSING:
    'The company {{name}} has no legal representative. Enter who represents it under the buyers of the subscription.',
  PROXY_TOO_NARROW:
    'The power of the agent of {{name}} does not cover this purchase. Ask for one that does, and enter its scope.',
  PROXY_EXPIRED:
    'The power of the agent of {{name}} ran out on {{expiredOn}}. Ask for a new one, and enter until when it runs.',
  PROXY_SCAN_MISSING:
    'The power of the agent of {{name}} is not in the file. Scan it and attach it to the subscription first.',
  KINSHIP_SCAN_MISSING:
    'The proof of the relationship is not in the file. Scan it and attach it to this change, then carry it out.',
  SIGNER_IN_CONTRACT: 'The contract says now who signs. Change it there.',
  SIGNER_NOT_OF_COMPANY:
    '{{name}} is not a company. A legal representative is entered for a buyer with a business licence.',
  PERIODS_STAND_STILL:
    'A court has seized the home: no money is taken, and the days to pay and to sign stand still. They are later by as many days once it is lifted.',
  SUPPLEMENT_NOT_IN_FORCE:
    'The supplementary agreement is not signed by all yet. Draft it, have it looked through, print it and take the signatures: the change takes effect with the last one.',
  TERMINATION_NOT_IN_FORCE:
    'The termination agreement is not signed by all yet. Draft it, have it looked through, print it and take the signatures.',
  CHANGE_BEFORE_SIGNING: 'The contract is not signed yet: change its terms on the draft, no request is needed.',
  CHANGE_UNIT_AFTER_SIGNING:
    'The contract is signed, so the home cannot be changed. End the contract first, then subscribe the other home.',
  AGREEMENT_CHANGE_NOT_AGREED:
    'The change that it writes down is not approved, or has ended. Have the change approved first.',
  AGREEMENT_CLAUSE_VOID: 'The words “{{words}}” in a clause are void by law and cannot be agreed. Rewrite the clause.',
  AGREEMENT_NOTHING_TO_REFILE: 'The registry does not have to be told of this agreement, or has been told already.',
  AGREEMENT_IN_FORCE:
    'The agreement is in force and cannot be changed or issued again. Ask for another change and sign a new supplementary agreement.',
  AGREEMENT_NOT_NEEDED:
    'The contract is not signed, or has ended: the change needs no agreement. Go on with the change itself.',
  AGREEMENT_DRAFTED: 'There is agreement {{number}} for this change already. Go on with it, or drop it first.',
  AGREEMENT_NOT_APPROVED:
    'The agreement has not been looked through yet. Hand it in and let a second person pass it first.',
  CONTRACT_FIELD_NOT_AMENDABLE:
    'This item cannot be changed here: buyers, price and payment have changes of their own, and the project’s data come from its records.',
  AMENDMENT_BREAKS_RULE:
    'The contract would break rule {{rule}} of the contract check. Adjust the terms and try again.',
  CONTRACT_AMENDED:
    'The contract has been changed by an agreement, so its original cannot be issued anew. Print the stored original again.',
  FILING_CANCEL_WITHOUT_CHANGE:
    'No change of names and no termination is approved, so the filing stays. Have the change approved first.',
  KEPT_ABOVE_PENALTY:
    'At most {{mostFen}} can be kept: what the contract agrees, out of the buyers’ own money. Make it less.',
} as const;
