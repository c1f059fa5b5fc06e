import type { Translation } from '../translation.ts';
import type { importErrors as zh } from '../zh-CN/errors-of-imports.ts';

/** Sentences of refusals of price lists and running projects that are taken over from files. */
export const importErrors = {
  IMPORT_FILE_EMPTY: 'This file is empty. Choose another one.',
  IMPORT_FILE_DAMAGED: 'This file is incomplete or damaged. Export it again and retry.',
  IMPORT_FILE_UNKNOWN: 'This is no spreadsheet that can be read. Use XLSX, XLS or CSV.',
  IMPORT_FILE_PROTECTED: 'This spreadsheet needs a password to open. Remove it in Excel first.',
  IMPORT_FILE_HUGE: 'This table is too large (at most {{rows}} rows and {{columns}} columns). Split it first.',
  IMPORT_NO_ROWS: 'The table holds no unit that can be imported. Check the sheet and the columns.',
  IMPORT_HAS_ERRORS:
    '{{errors}} errors remain. Correct them in the file, or choose to import only the rows without errors.',
  IMPORT_COLUMN_MISSING: 'This column was not found. Say which column of the file it is.',
  IMPORT_VALUE_MISSING: 'This cell is blank.',
  IMPORT_VALUE_UNREADABLE: '“{{text}}” is no value for this column.',
  IMPORT_INNER_ABOVE_BUILT: 'The inner area is larger than the built area.',
  IMPORT_DUPLICATE_ROW: 'The same unit as in row {{otherRow}}; the earlier row is taken.',
  IMPORT_TOTAL_DIFFERS: "The total {{totalFen}} is not price times area {{computedFen}}; the list's total is taken.",
  IMPORT_TOTAL_COMPUTED: 'No total is given; price times area makes {{totalFen}}.',
  IMPORT_PRICE_MISSING: 'This unit has no price; it can be released once it has one.',
  IMPORT_UNIT_IN_DEAL: 'This unit is in a deal; its price and areas stay.',
  IMPORT_UNDONE: 'This import has been undone.',
  IMPORT_TOUCHED: "{{units}} of its units have changed since, so it can't be undone.",
  IMPORT_NO_PROJECT: 'The office has no project yet.',
  IMPORT_STATUS_TAKEN:
    'The list says “{{text}}”: a new unit enters as not for sale. Once checked, the sales control can put it on sale.',
  IMPORT_STATUS_UNKNOWN: 'The status “{{text}}” is not known; the unit enters as unreleased. Check it.',
  IMPORT_FILE_SLOW: 'Reading this file took too long and was stopped. Save it as a new XLSX, or split it.',
  IMPORT_DEAL_NOT_NAMED:
    'The sheet has neither a column with subscription numbers nor building and room, so its deal is not known. Say which column it is.',
  IMPORT_PHONE_MISSING: 'No phone is given. It can be imported; papers need one later.',
  IMPORT_IDENTITY_MISSING: 'No identity document is given. It can be imported; papers need one later.',
  IMPORT_OPEN_DIFFERS:
    'The open lines of subscription {{number}} sum to {{openFen}}; its price less what was received is {{dueFen}}. Check balances, receipts or price.',
  IMPORT_DEPOSIT_DIFFERS:
    'Subscription {{number}} agrees a deposit of {{agreedFen}}, but what was received and is open of it sums to {{sumFen}}. Enter what exceeds it as first payment, and what is owed of it as a balance.',
  IMPORT_PLAN_UNKNOWN:
    'There is no plan for this way to pay. List what is open on the sheet of balances, or add the way to pay in the settings.',
  IMPORT_PLAN_UNFIT:
    "Price and receipts of subscription {{number}} do not fit the office's way to pay. List what is open of it on the sheet of balances.",
  IMPORT_PERSON_UNKNOWN:
    'Nobody in the office is called “{{name}}”. Create the account first, or write the name as it is here.',
  IMPORT_PERSON_AMBIGUOUS:
    'Several people of the office are called “{{name}}”. Give their accounts different names first.',
  IMPORT_CODE_TWICE: 'The customer number is that of row {{otherRow}} too.',
  IMPORT_PHONE_TWICE:
    'The phone is that of row {{otherRow}} too. Keep one row for one person; move a number that a family shares to the second phone.',
  IMPORT_IDENTITY_TWICE: 'The identity number is that of row {{otherRow}} too. Keep one row for one person.',
  IMPORT_DAY_IN_FUTURE: 'The day is after today: it has not happened yet.',
  IMPORT_PHONE_OF_OTHER: 'This phone belongs to customer “{{name}}” here. Check name or phone.',
  IMPORT_IDENTITY_OF_OTHER: 'This identity number belongs to customer “{{name}}” here. Check name or number.',
  IMPORT_TWO_CUSTOMERS:
    'Phone and identity number of “{{name}}” belong to two customers here. Correct their files first.',
  IMPORT_NUMBER_TWICE: 'The number {{number}} is that of row {{otherRow}} too.',
  IMPORT_NUMBER_TAKEN:
    'The number {{number}} is used here already. If it was imported before, leave it out of the file.',
  IMPORT_HOME_UNKNOWN:
    'There is no unit {{home}} here. Import the price list first, or check building, entrance, floor and room.',
  IMPORT_HOME_AMBIGUOUS: '{{home}} can be several units. Give entrance and floor.',
  IMPORT_SOLD_TWICE: '{{home}} is sold in row {{otherRow}} already; a unit has one live subscription only.',
  IMPORT_HOME_BUSY: '{{home}} is locked, held, frozen or subscribed here, so no subscription can be imported for it.',
  IMPORT_HOME_NOT_COVERED: 'The building of {{home}} has no pre-sale permit here. Enter it under Project first.',
  IMPORT_BUYER_UNKNOWN:
    '“{{name}}” is not on the sheet of customers. Add a row there, or write the number, phone or identity number.',
  IMPORT_BUYER_AMBIGUOUS:
    'Several customers are called “{{name}}”. Write the number, phone or identity number instead.',
  IMPORT_DAY_BEFORE: 'The day is before {{beforeOn}}, which cannot be.',
  IMPORT_DEPOSIT_ABOVE_PRICE: 'The deposit is more than the price of {{priceFen}}.',
  IMPORT_NO_DEALS: 'No subscription could be read to match it with. Settle the sheet of subscriptions first.',
  IMPORT_DEAL_UNKNOWN: 'There is no subscription {{number}}. Receipts, contracts and balances each belong to one.',
  IMPORT_CONTRACT_TWICE: 'The subscription has a contract in row {{otherRow}} already.',
  IMPORT_PRICE_DIFFERS:
    'The contract says {{priceFen}}, the subscription {{otherFen}}. Make them the same; if the price changed at signing, write that one in both.',
  IMPORT_OVERPAID:
    'Subscription {{number}} received {{receivedFen}}, more than its price of {{priceFen}}. Take refunds off, and leave out fees collected for others.',
  IMPORT_OPEN_MISSING: '{{openFen}} of this subscription is still open, but the sheet of balances does not have it.',
  IMPORT_PAYER_UNKNOWN: '“{{name}}” is no buyer of this subscription. Write one of its buyers, or leave it blank.',
  IMPORT_TOTALS_MISSING: "The office's own totals not given yet: {{count}}. Enter each; what agrees can be imported.",
  IMPORT_TOTALS_DIFFER:
    "Totals that differ from the office's own: {{count}}. Find out why and correct the file or the total.",
  IMPORT_PROJECT_HAS_ERRORS:
    'There are {{errors}} errors, so nothing was written. Correct the file and choose it again.',
  IMPORT_PROJECT_EMPTY:
    'The file holds no customers, subscriptions, contracts, receipts or balances. Check the names and headings of its sheets, or take the template.',
  IMPORT_PROJECT_TOUCHED:
    "{{records}} of its records have been worked on since (money, papers, changes), so it can't be undone.",
  PERMIT_NUMBER_TAKEN: 'This certificate number is entered already. Check it, or change the permit of the building.',
  PERMIT_DATES: 'The validity cannot end before the day of issue. Check the dates on the certificate.',
  UNITS_UNPRICED: '{{units}} unreleased units have no filed price yet. Import the filed price list.',
} as const satisfies Translation<typeof zh>;
