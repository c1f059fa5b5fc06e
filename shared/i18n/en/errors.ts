import { changeErrors } from './errors-of-changes.ts';
import { claimErrors } from './errors-of-claims.ts';
import { controlErrors } from './errors-of-control.ts';
import { custodyErrors } from './errors-of-custody.ts';
import { importErrors } from './errors-of-imports.ts';
import { inventoryErrors } from './errors-of-inventory.ts';
import { launchErrors } from './errors-of-launches.ts';
import { officeErrors } from './errors-of-office.ts';
import { partnerErrors } from './errors-of-partners.ts';
import { priceErrors } from './errors-of-prices.ts';
import { rightsErrors } from './errors-of-rights.ts';
import { rulingErrors } from './errors-of-rulings.ts';
import { scanErrors } from './errors-of-scans.ts';
import { templateErrors } from './errors-of-templates.ts';
import { unitErrors } from './errors-of-units.ts';

/** English sentences of the refusals; see the Chinese table for the naming of parameters. */
export const errors = {
  INVALID_INPUT: 'Some entries are not valid. Check the marked fields and try again.',
  INPUT_TOO_LARGE:
    'What was sent is larger than {{largestMib}} MB and was not taken in. Shorten the text or choose fewer items and send it in parts; files go through an import or as an attachment.',
  INTERNAL:
    'The program failed and nothing was saved. Try again; if it happens again, tell the administrator when and what you did.',
  STALE: 'Someone has just changed this record; the latest version is shown. Check it and try again.',
  NOT_FOUND:
    'This record was not found; it may have been removed or belong to another office. Go back to the list and choose again.',
  DUPLICATE: 'The same record exists already. Look at the existing one first.',
  FORBIDDEN: 'Your post does not have this right. If your work needs it, ask your supervisor or the administrator.',
  UNAUTHENTICATED: 'Your session has ended. Log in again.',
  HOST_UNREACHABLE: 'The office host cannot be reached. Check the network and try again; nothing you typed is lost.',
  DEVICE: 'This computer could not finish the operation. Check the printer or the disk and try again.',
  ...officeErrors,
  ...rightsErrors,
  // lifecycle
  NOT_IN_THIS_STATE: 'This cannot be done in the present state. Look at the record again to see where it stands.',
  APPROVAL_NEEDED: 'This is beyond your own authority and needs an approval. Submit a request first.',
  EXPORT_NOT_ALLOWED: 'Your post cannot take this list along as a file. Ask a supervisor or manager to export it.',
  EXPORT_ROWS_WRONG:
    'The file says it holds {{rows}} records, but {{count}} of them are yours to take along. Nothing left. Load the list again and retry.',
  EXPORT_NEEDS_APPROVAL:
    '{{rows}} rows reach the limit of {{limit}} that needs a second person. Ask for it, or export as a registered report.',
  EXPORT_TOO_LONG:
    'One file holds at most {{most}} entries, and this list is longer: nothing was exported. Narrow the days or another filter and export it in parts.',
  EXPORT_ASKED: 'Another export of yours waits for approval until {{untilOn}}. Wait for it, or withdraw it first.',
  VIEW_SHARE_NOT_ALLOWED: 'Your post cannot keep a view for everybody. Keep it for yourself, or ask a supervisor.',
  VIEWS_FULL: 'You keep {{count}} views of this list already. Delete one that you no longer use.',
  OWN_WORK: 'Nobody reviews their own work. Ask another person to review it.',
  ...unitErrors,
  ...claimErrors,
  ...changeErrors,
  ...partnerErrors,
  ...priceErrors,
  ...inventoryErrors,
  ...scanErrors,
  ...controlErrors,
  ...custodyErrors,
  ...rulingErrors,
  ...launchErrors,
  ...templateErrors,
  ...importErrors,
  // subscriptions
  BUYERS_INCOMPLETE: 'The buyers’ data are incomplete or the shares do not sum to 100 %. Complete them first.',
  CONSENT_MISSING: 'A buyer’s separate consent to the use of sensitive data is missing. Obtain it first.',
  CONSENT_NOT_GIVEN: 'The customer has not agreed to this, so there is nothing to withdraw. Check what is on record.',
  CONSENT_DAY_WRONG: 'The day lies after today, or the withdrawal before the consent. Correct the day.',
  NOTICE_UNKNOWN: 'The notice has a newer edition. Open it again and let the customer read that one.',
  FOLLOW_UP_WITHDRAWN:
    'The customer no longer agrees to follow-up calls, so no next contact is planned. Enter a new consent first.',
  CUSTOMER_RESTRICTED:
    'This customer’s data is only kept, not used. If it is needed, have the compliance officer or the manager lift the restriction first.',
  CUSTOMER_NOT_RESTRICTED: 'This customer’s data is not restricted, so there is nothing to lift.',
  CUSTOMER_ANONYMISED:
    'This customer’s data was made anonymous and can’t be used any more. Register the person as somebody new.',
  CUSTOMER_DEAL_LIVE:
    'The customer has a live subscription or contract; the data is needed until the deal has ended. Try again then.',
  CUSTOMER_KEPT_BY_LAW: 'The law makes the office keep the data until {{untilOn}}. Restrict it to keeping meanwhile.',
  CUSTOMER_HELD: 'Nothing of this customer may be deleted while the hold stands. Lift the hold first.',
  REQUEST_ANSWERED: 'This request has been answered. Reload to see the answer.',
  MORTGAGE_NOT_DISCLOSED:
    'This unit is mortgaged and the buyer has not been told in writing. Have the notice signed first.',
  DEPOSIT_OVER_CAP: 'A deposit is at most 20 % of the price, here {{capFen}}. Lower the deposit.',
  DEPOSIT_SHORT: '{{missingFen}} of the deposit is missing. Collect it first.',
  DEPOSIT_NOT_DUE: 'The deposit is not overdue before {{dueOn}} has passed.',
  PRICE_NEEDS_APPROVAL: 'The price is {{ratePpm}} below list, beyond your authority. Ask for a price approval first.',
  UNIT_NOT_RESERVED: 'The unit is not locked, held or booked for this customer. Lock it first.',
  SIGNING_OVERDUE: 'The date to sign, {{dueOn}}, has passed. Ask for an extension first.',
  SIGNING_NOT_OVERDUE: 'The date to sign, {{dueOn}}, has not passed, so the buyer is not in breach.',
  TERMINATION_NOTICE_MISSING: 'The termination notice has not been served. Serve it and enter the delivery first.',
  MONEY_RECEIVED: '{{receivedFen}} has been received on this subscription. Use cancellation or forfeiture instead.',
  TARGET_UNIT_NOT_FREE: 'The unit to change to is not free. Choose another one.',
  CONTRACT_STILL_LIVE: 'The contract of this subscription is still alive. Drop its draft first.',
  NAME_CHANGE_PROOF_MISSING: 'Proof of relationship or an approval for the change of name is missing. Add it first.',
  // contracts
  CONTRACT_FROZEN: 'The contract is signed and its content is frozen. Use a supplementary agreement for changes.',
  CONTRACT_IN_REVIEW: 'The contract is under review or approved and cannot be edited. Take it back to draft first.',
  WEIGHTY_TERMS_NOT_SHOWN:
    'The buyers were not told of the weighty terms, or these changed since. Explain them, have it signed, then print.',
  FUND_DAY_WRONG: 'The day of payment cannot be after today, {{todayOn}}. Check the day.',
  CONDITION_DAY_WRONG: 'A day to sign lies between today, {{todayOn}}, and the agreed {{signByOn}}. Correct the day.',
  CONDITION_PAYMENT_DAY_WRONG: 'The day of this payment lies between {{fromOn}} and {{untilOn}}. Correct the day.',
  CONDITION_PAYMENT_MISSING: 'The payment plan has no such payment to set a day for. Write the condition as text.',
  CONDITION_WITHOUT_DEAL: 'This request is about no deal and cannot set a day to sign. Write the condition as text.',
  CASE_LOAN_RECEIVED: 'The loan has come: there is nothing to take up again.',
  CASE_NOT_THEIR_WORK: '{{name}} holds a post that does not work on warrants. Choose somebody else.',
  PREFLIGHT_OPEN: 'Points of the contract check still open: {{count}}. Settle them before submitting.',
  PAYMENT_LINES_DIFFER:
    'The payment lines differ from the contract total by {{differenceFen}}. Correct the payment plan.',
  REVIEWED_BEFORE: 'You have passed an earlier level of this review. Another person must take this one.',
  CONTRACT_CHANGED_SINCE_REVIEW: 'The contract has changed since it was reviewed. Submit it again.',
  TEMPLATE_NOT_APPROVED: 'The contract template has not been approved. Ask the manager to approve it first.',
  CONTRACT_FIELD_GIVEN:
    'This field comes from the records and cannot be changed on the contract. Correct the record, then refresh the contract.',
  FIRST_PAYMENT_MISSING: '{{missingFen}} of the first payment is missing. Collect it before signing.',
  SIGNATURES_MISSING: 'A signature or a proxy is missing. Complete the signatures first.',
  COPIES_OUTSTANDING: 'Copies of the old version still out: {{count}}. Take them back and void them first.',
  FILING_NUMBER_MISSING: 'The filing number is missing. Enter it first.',
  CITY_CONTRACT_DIFFERS:
    'The city’s contract was not attached. It does not say: [[total {{priceFen}}; ]][[built area {{builtArea}}; ]][[buyer {{buyers}}; ]][[the identity number we have of {{identities}}; ]][[home {{unit}}; ]]check that it is the right file. Where the data differ, have the registry correct them first.',
  CITY_CONTRACT_SCANNED:
    'This PDF is a scan without text to compare, so it was not attached. Open the contract in the net-signing system, choose “print” or “export” there, save it as PDF, and attach that file; a scan or photo of the printed copy cannot be compared.',
  CITY_CONTRACT_UNREADABLE:
    'This file does not open as a PDF, so it was not attached. Export it from the net-signing system again.',
  REGISTRY_DATA_DIFFERS: 'Differences between the net-signed contract and our data: {{count}}. Check and correct them.',
  TERMINATION_AGREEMENT_MISSING: 'The signed termination agreement or a final judgment is missing. File it first.',
  DEFECT_KIND_NOT_LISTED: 'Choose the kind of defect from the list; the list is kept in the settings.',
  DEFECT_PLACE_WRONG: 'The place of the defect does not fit: that article has no such field. Choose the place again.',
  DEFECTS_OPEN: 'Defects of the review still open: {{count}}. Correct each and mark it as corrected.',
  CONTRACT_UNIT_NOT_COVERED:
    'Neither the paper that permits the sale nor the survey names this unit, such as a garden, an attic or a storeroom that is given away. Check the permit and the registry table first.',
  CONTRACT_MEASURE_MISSING:
    'A contract of an existing home is made on measured areas, and this unit has none yet. Enter the report of its survey in the record of the unit first.',
  CONTRACT_AREA_MISSING:
    'The built area of this unit is not known, so no contract can be drafted. Enter the surveyed area.',
  CONTRACT_ON_OLD_PAPER:
    'This contract was signed before the office had this program: its old paper is the contract, and no other is printed. Look for it in the old folders.',
  CONTRACT_NOT_APPROVED:
    'The contract has not passed its review, so no original is issued. Finish the review, or print a draft.',
  SIGNED_BY_ALL: 'Everybody has signed; there is nothing left to record.',
  AGENT_NOT_NAMED: 'The contract names no agent of this buyer. Enter the agent with the buyer first.',
  AGENT_WITHOUT_POWER:
    'The agent’s written power does not cover signing the contract. Ask for one that does, or let the buyer act in person.',
  AGENT_POWER_OVER: 'The agent’s power ran out on {{expiredOn}}. Ask for a new one, or let the buyer act in person.',
  GUARDIAN_SIGNS: 'This buyer is under eighteen: the statutory agent signs. Tick that an agent signs.',
  SIGNING_OUT_OF_ORDER: 'Signatures are recorded in order, and it is the turn of number {{position}}. Look again.',
  FILING_DAY_WRONG: 'The day of filing lies between the signing on {{signedOn}} and today, {{todayOn}}. Check the day.',
  FILING_NUMBER_TAKEN: 'This net-signing number is on another contract already. Check the number.',
  COPIES_NOT_OUTSIDE: 'Printed copies out: only {{count}}. Check how many came back.',
  // approvals
  APPROVAL_OWN_REQUEST:
    'Nobody decides their own request, or that of the person they act for. Another person must decide.',
  APPROVAL_POST_TOO_LOW: 'Your post may not decide this request. Pass it up.',
  APPROVAL_EXPIRED: 'This request lapsed on {{expiredOn}}. Submit it again.',
  APPROVAL_RUNNING: 'This request is still open until {{untilOn}}.',
  APPROVAL_NOT_REQUESTER: 'Only the person who asked may withdraw the request.',
  APPROVAL_SUBJECT_CHANGED: 'The record has changed since the request was made. Reject it and have it submitted again.',
  APPROVAL_NO_HIGHER_POST: 'There is no higher post to pass this to. Decide it here.',
  APPROVAL_OPINION_MISSING: 'Write an opinion that says why.',
  APPROVAL_NOT_CORRECTABLE: 'What was asked here cannot be corrected and sent in again. Approve it or reject it.',
  // customers
  PHONE_TAKEN: 'This phone belongs to another customer already. Open the existing file instead of making a second one.',
  IDENTITY_TAKEN: 'This identity number belongs to another customer already. Open the existing file and compare.',
  // settings
  SETTING_IN_THE_PAST:
    'A setting takes effect today ({{todayOn}}) or later; past values are never changed. Choose another day.',
  // customers
  NOT_YOUR_CUSTOMER: 'Another consultant looks after this customer. Ask the owner or your supervisor.',
  HOUSEHOLD_OF_ONE: 'This is the customer whose household it is. Choose somebody else.',
  REVEAL_NEEDED: 'To see the full number give a reason first; it is good for five minutes. Ask again.',
  // subscriptions
  QUOTE_NEEDS_APPROVAL:
    'This price is {{belowPpm}} below list, beyond your authority. Give less; a lower price is asked for with the subscription.',
  QUOTE_EXPIRED: 'Purchase plan {{number}} ended on {{untilOn}}. Make a new one at today’s prices and rates.',
  QUOTE_USED: 'Purchase plan {{number}} has become a subscription. Make a new one for other terms.',
  QUOTE_DOES_NOT_FIT:
    'Purchase plan {{number}} is for another unit or customer. Start again from that plan, or subscribe without it.',
  LOAN_TERM_TOO_LONG: 'A loan runs at most {{years}} years. Choose fewer.',
  PROVIDENT_LOAN_OVER_CAP:
    'The provident fund lends at most {{capFen}}; this plan counts on {{loanFen}}. Use a combined loan or a higher first payment.',
  PRICE_CHANGED: 'The price has changed and is now ¥{{priceFen}}. Check it and submit again.',
  LIST_PRICE_MISSING: 'This unit has no list price yet and cannot be quoted or subscribed. Import its price first.',
  DEPOSIT_MISSING: 'A subscription needs a deposit. Enter an amount above zero.',
  PERMIT_ENDS_BEFORE_SIGNING:
    'The permit ends on {{expiredOn}}, before the day to sign, {{dueOn}}. Sign earlier, or extend the permit first.',
  SIGNING_LATER_THAN_USUAL:
    'The day to sign is later than the usual {{usualOn}}. Make sure it was agreed with the customer and the supervisor.',
  SIGN_BY_IN_PAST: 'The day to sign cannot be before today ({{todayOn}}). Choose another day.',
  REASON_MISSING: 'The price is below your authority. Say why it should be given.',
  APPROVAL_NOT_NEEDED: 'This is within your own authority and needs no approval.',
  SUBSCRIPTION_ENDED: 'This subscription has ended, so no paper is issued for it. Subscribe again if it is wanted.',
  SUBSCRIPTION_NOT_APPROVED:
    'The subscription has not been approved yet: no money can be taken and no book issued. Wait for the review.',
  DEPOSIT_IS_COMPLETE: 'The deposit is complete.',
  PAYER_IS_NO_BUYER: 'The payer is none of the buyers. Choose one of them.',
  // documents
  DOCUMENT_BATCH_OPEN: 'Your last batch has {{count}} papers left. Let it go on, or give them up first.',
  DOCUMENT_BATCH_ENDED: 'This batch has ended and can’t go on. Choose its records again where they are needed.',
  JOINED_FILE_TOO_LARGE:
    'Together this is larger than {{megabytes}} MB. Take fewer at a time, or save them one by one.',
  DOCUMENT_BATCH_RUNNING: 'A batch of {{count}} papers of yours is being made. Wait for it, or stop it first.',
  GLYPH_MISSING:
    'Neither the typefaces nor the one of rare signs have a shape for: {{signs}}. Check the spelling; for a name use the form on the identity document.',
  PAPER_DATA_INVALID:
    'The data of the paper contradict each other, so it was not made. Check price, payment plan, deposit and shares.',
  RENDER_FAILED: 'The paper was not made. Its number is kept. Try again, or ask the administrator.',
  RENDER_TIMEOUT: 'Making the paper took too long. Its number is kept. Try again later.',
  PAPER_ERASED: 'The term of {{number}} is over: its content was destroyed, only number and prints are left.',
  PAPER_KEPT:
    'The customer on {{number}} is anonymous or restricted. If it has to be seen, ask finance, a manager or the compliance officer.',
  PAPER_REASON_NEEDED: 'The customer on {{number}} is anonymous or restricted. Say first what it is needed for.',
  PAPER_NOT_KEPT: '{{number}} can be opened without a reason. Load it again.',
  BLOB_MISSING: 'A stored file is missing in the office folder. Ask the administrator to restore it from a backup.',
  BLOB_DAMAGED:
    'A stored file is damaged or was changed and was not opened. Ask the administrator to restore it from a backup.',
  PRINTER_NOT_FOUND: 'There is no printer {{printer}}. Check that it is connected, or choose another one.',
  PRINT_FAILED: 'The printer {{printer}} did not take the paper. Check the printer and try again.',
  PRINTER_STOPPED:
    'The printer {{printer}} is stopped and prints nothing. Start it again, or choose another one; nothing was sent.',
  PRINT_QUEUE_SILENT:
    'The printing service does not answer. A job that still waits there comes out once it runs again, under numbers that another print would have by then. Start the service or this PC again, then say once more that nothing came out.',
  PRINT_BROKEN_OFF:
    'The print system broke off while it took the paper for {{printer}} and kept none of it, usually because its disk is full. Free some space and try again; nothing is on paper.',
  PRINT_OUTCOME_UNKNOWN:
    'It is not known whether {{printer}} took the paper. Look at the printer, then say in the list of prints what came out.',
  PRINTING_UNAVAILABLE: 'This computer has no printing service. Install one, or save the paper as PDF and print that.',
  // papers
  DOCUMENT_VOIDED: "{{number}} is void and can't be printed. Open the paper that stands, or issue it again.",
  SHEET_STANDS:
    'This paper was issued on another sheet, which stays. Open it without choosing a sheet and print it from there.',
  SHEET_NOT_OFFERED: 'This paper isn’t printed on that sheet. Choose one that is offered, or none for the usual one.',
  DOCUMENT_NOT_ISSUED: '{{number}} is still being made. Wait a moment; if it takes long, choose Resume.',
  PAPER_DIFFERS:
    'The finished pages of {{number}} do not say what the records say, so they are neither sealed nor printed: {{places}}. Void this version, check these places and issue it again; if it happens again, ask the administrator.',
  PAPER_EDITION_CHANGED: '{{number}} was begun in an older edition of the form. Void it and issue it again.',
  COPIES_LEFT:
    '{{left}} copies of this paper are still to be printed, not {{copies}}. Print these first; more are reprints.',
  REPRINT_REASON_MISSING: 'A reprint needs its purpose. Say what it is for.',
  EARLIER_COPIES_OPEN: 'Earlier copies still out: {{count}}. Tick those that came back, and say why the others do not.',
  COPY_NOT_OUT:
    'Copy {{copy}} is not out: it can’t come back or be spoiled any more. Look at the numbers on the paper.',
  PRINT_JOB_DONE: 'This print is finished. Order another one.',
  PRINT_NOT_OUT: 'Nothing of this print has left the printer yet. Print or cancel it first.',
  PRINT_NOTHING_OUT: 'Nothing came out of the printer. Try again: the copies keep their numbers.',
  PRINT_NOT_FAILED: 'Only a print that failed can be tried again. Look at its state.',
  PRINT_NUMBERS_TAKEN: 'A later print has made these copies. Order more copies if they are needed.',
  COPY_NOT_OF_PRINT: 'Copy {{copy}} does not belong to this print. Look at the numbers on the paper.',
  COPY_SPOILED_ALREADY: 'Copy {{copy}} is known as spoiled. Choose another one.',
  SPOILED_REASON_MISSING: 'Say why copy {{copy}} is spoiled: its number is never used again.',
  SEAL_NOT_USUAL: 'This kind of paper is not sealed as a matter of course. Enter the seal and its purpose by hand.',
  SEALED_ALREADY:
    'Every copy of {{number}} that is there bears its seal already. Enter new copies once they are printed.',
  SEAL_COPIES_NOT_OUT:
    'Only copies that were printed and are there can be sealed: of {{number}} there are {{count}}. Correct the numbers.',
  SEAL_USE_VOIDED: 'This entry does not count any more. Enter a new one.',
  BUYER_IDENTITY_MISSING: "A buyer's identity document is not on file. Add it to the customer, then issue the book.",
  // terminals
  OUTCOME_UNKNOWN:
    'The link to the host broke, and whether this was done is not known yet. Log in again: you will be told. Do not do it anew before.',
  HOST_IMPOSTOR:
    'What answers at this address is not the host of this office, so it was refused. Check the address; if the host moved to another computer, pair again with a new code.',
  HOST_ELSEWHERE:
    'This office was last served by the computer “{{name}}”. If that one is still its host, stop it there first; if it no longer is, choose “Take over” under Administration → Host and terminals.',
  HOST_SUPERSEDED:
    'The computer at this address is no longer the host of this office: another one took over, and this terminal does not follow the one left behind. Give the address of the present host; to come back to this computer on purpose, pair again with a new code of it.',
  OFFICE_SUPERSEDED:
    'Another computer has taken this office over[[ ({{sinceAt}})]]; nothing done on this one counts, so nothing was done. Work at the present host or make this computer its terminal. To serve the office from here again, an administrator chooses “Take over” under Administration → Host and terminals.',
  HOST_PORT_TAKEN: 'Port {{port}} is used by another program on this computer. Choose another port for the host.',
  PROTOCOL_HOST_OLDER:
    'The program on the host is older than this terminal (host protocol {{host}}, terminal {{terminal}}). Update the host, then connect.',
  PROTOCOL_TERMINAL_OLDER:
    'The program on this terminal is older than the host (host protocol {{host}}, terminal {{terminal}}). Update this terminal, then connect.',
  TERMINAL_UNKNOWN: 'The host does not know this terminal. Ask an administrator for a pairing code and pair again.',
  TERMINAL_REVOKED:
    'An administrator revoked this terminal; it cannot connect any more. To go on using it, ask for a pairing code and pair again.',
  TERMINAL_LIMITED:
    'This terminal does not do that work. Use another terminal, or ask an administrator to widen what this one may do.',
  TERMINAL_NAME_TAKEN: 'Another terminal has this name. Choose a different one.',
  PAIRING_CODE_WRONG:
    'The pairing code is wrong. Compare it with the screen of the host and type it again[[; {{left}} tries left]].',
  PAIRING_CLOSED:
    'The host is not open for pairing, or its code has expired or was tried too often. Ask an administrator for a new one.',
  TOO_MANY_REQUESTS: 'Too many requests. Wait {{seconds}} seconds and try again.',
  SESSION_ENDED_BY: 'Your session at this terminal was ended[[ by {{name}}]]. Log in again.',
  OFFICE_MOVED:
    'This office is being moved, or was moved, to another computer and takes nothing here any more. Go on at the new host.',
} as const;
