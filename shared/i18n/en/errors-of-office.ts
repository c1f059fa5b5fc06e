/** English sentences of the refusals about the office's own files, its people and this computer. */
export const officeErrors = {
  // office files
  DATABASE_KEY:
    'The office data cannot be opened: the key does not fit or the file is not a database of this program. Check the recovery code, or use a backup.',
  DATABASE_UNSAFE: 'The database setting {{pragma}} did not hold, so the file was not opened. Ask the administrator.',
  DATABASE_NEWER:
    'This office was written by a newer program (data version {{fileVersion}}, this program knows {{programVersion}}). Update this computer first.',
  DATABASE_DAMAGED:
    'The office’s data file is damaged[[ ({{rows}} rows have lost their parent)]][[ (the newest {{missing}} entries are missing)]] and is no longer used, so that it gets no worse. Delete nothing, and restore the newest backup.',
  BACKUP_FAILED:
    'The backup did not succeed ({{reason}}); the data is untouched. Check the free disk space and try again.',
  DISK_FULL: 'The disk is full: nothing was saved and the existing data is untouched. Free some space and try again.',
  DISK_LOW:
    'The host’s disk has only {{freeMegabytes}} MB left: imports and attachments wait, so that registering and receiving money go on. Free some space first.',
  DISK_FAILED: 'The disk cannot be written: nothing was saved. Check the folder permissions or the disk and try again.',
  DISK_BROKEN:
    'The disk failed to read or write, and it is not certain whether this was saved. The program is opening the office again and checking its data: wait a moment, then look.',
  OFFICE_ON_NETWORK:
    'The office’s data must not lie on a network drive ({{kind}}): it would be damaged when the line breaks. Move the office to a disk of this computer.',
  OFFICE_IN_USE: 'This office is already open on {{host}} by process {{pid}}. Close the program there first.',
  OFFICE_NOT_FOUND: 'The chosen folder holds no office. Choose a folder with an office.json, or create an office.',
  OFFICE_EXISTS: 'The chosen folder already holds an office. Open it, or choose an empty folder.',
  HEAD_UNREADABLE:
    'The check value can’t be read: type it as it stands on the paper, 0 to 9 and a to f, two groups (8 signs) or more.',
  DAY_NOT_OVER: '{{day}} has not come yet and can’t be closed.',
  DAY_CLOSED: '{{day}} is closed already; to correct it, the manager takes it up again first.',
  DAY_OUT_OF_ORDER: 'Close {{day}} first: days are closed one after the other.',
  DAY_REOPENED: '{{day}} was taken up again: close it anew.',
  DAY_NOT_NEWEST: 'Only the newest closed day ({{day}}) can be taken up again; others follow upon the earlier ones.',
  LOG_BROKEN:
    'The event log does not fit together at entry {{seq}}. Stop changing anything and call the administrator.',
  // accounts and sessions
  LOGIN_FAILED: 'The login name or the password is wrong; {{left}} more attempts.',
  LOGIN_LOCKED: 'Too many wrong attempts. Try again after {{until}}, or ask the administrator for a new password.',
  ACCOUNT_DISABLED: 'This account is disabled. Ask the administrator.',
  SESSION_LOCKED: 'The screen is locked. Enter your PIN or password to go on.',
  PIN_WRONG: 'The PIN is wrong. Try again or log in with the password.',
  PIN_NOT_SET: 'You have no PIN yet. Log in with the password.',
  PIN_DIGITS: 'A PIN has {{digits}} digits in this office.',
  PASSWORD_WEAK: 'The password needs at least {{least}} characters and must differ from the login name.',
  PASSWORD_COMMON:
    'This is one of the most common passwords, the first that anybody guesses. Choose another, such as a few unrelated words.',
  PASSWORD_KNOWN_WORDS:
    'Beside names of the person, the office or the project and digits there is nothing in this password to guess. Add a few unrelated words.',
  ARRIVAL_OVER: 'A colleague has received this guest, or the guest has left. Look at the list of who waits again.',
  NO_WAIT: '{{name}} is not locked out just now; there is nothing to lift.',
  LOGIN_NAME_TAKEN: 'This login name is taken. Choose another.',
  SETUP_DONE: 'The office is already set up. Log in.',
  LAST_ADMINISTRATOR:
    'This is the last active administrator and cannot be disabled or moved. Appoint another one first.',
  REQUEST_REUSED: 'This request number was used for another act. Refresh and try again.',
  // long acts
  ACT_STOPPED: 'It was stopped and everything was taken back: nothing is written. Begin again when you are ready.',
  ACT_BEFORE:
    'The office is writing many records at once ({{percent}}% done) and takes no other entry meanwhile. Nothing of yours is written: try again in a moment.',
  // this computer: office folder, passphrase, recovery code
  OFFICE_FOLDER_INVALID:
    'The office folder {{folder}} is incomplete or damaged; it was not opened and not changed. Restore a backup or choose another folder.',
  OFFICE_FOLDER_NEWER:
    'The office folder {{folder}} was made by a newer program. Update the program on this computer first.',
  OFFICE_NOT_OPEN: 'The office is not open yet. Enter the passphrase or the recovery code first.',
  OFFICE_KEY_WRONG:
    'The passphrase or recovery code is not right, so the office stays closed. Check it and enter it again.',
  RECOVERY_CODE_LENGTH:
    'A recovery code has {{expected}} characters; {{found}} were entered. Complete it from the printed code.',
  RECOVERY_CODE_INVALID:
    'Group {{group}} of the recovery code is not right. Enter that group again from the printed code.',
  RECOVERY_CODE_OTHER: 'This is not the recovery code that was just printed. Enter the one on the newest sheet.',
  PASSPHRASE_NEEDED:
    'This computer has no keychain that can be used. Set a start-up passphrase to protect the data of the office.',
  KEYCHAIN_MISSING:
    'This computer has no keychain that could guard the pass of a terminal, so it was not paired. Unlock the keyring of the system and try again.',
  HOST_ADDRESS_INVALID:
    'This is no address of a host. Enter an IP or the name of a computer, such as 192.168.1.20:7443, with the port the host shows.',
  NOT_A_HOST: '{{address}} answers, but it is no Zhiye Desk host. Compare address and port with those the host shows.',
  IS_A_TERMINAL:
    'This computer is a terminal of an office and can’t be its host. Do this at the host, or leave the office first.',
  HOST_NETWORK_MISSING:
    'The network {{name}} has no connection now, so the host was not started. Plug in the cable or join the Wi-Fi, or choose another network.',
  TERMINAL_IN_USE:
    'This computer is connected to its host and need not be paired again. To join another office, an administrator leaves this one first.',
  FILE_TOO_LARGE: 'The file is larger than {{largestMib}} MB and was not read. Split it and try again.',
  BACKUP_NO_PLACE:
    'No second place is chosen for the backups. At the host, open Administration → Backups and choose another disk, a USB stick or a network folder.',
  BACKUP_NO_KEY:
    'Only the keychain of this PC can open the office, so a backup could not be opened on another one. Print and confirm a recovery code first, or set a passphrase.',
  BACKUP_PLACE_MISSING:
    'The place of the backups, {{folder}}, is not there: the disk, stick or network folder is not connected. Connect it; the program tries again by itself. The backups made so far are not affected.',
  BACKUP_PLACE_FULL:
    'There is no room left at the place of the backups, {{folder}}: nothing was backed up now, the earlier backups stand. Free some space there or choose another place.',
  BACKUP_PLACE_READONLY:
    'Nothing can be written at the place of the backups, {{folder}}. Check its write protection or the permissions of the folder; the program tries again by itself.',
  BACKUP_PLACE_INSIDE:
    '{{folder}} is inside the office’s own folder and would be lost with it. Choose another disk, a USB stick or a network folder.',
  BACKUP_BROKEN:
    'The backup {{stamp}} is damaged and does not count any more; its files were put into the folder “broken” beside it. Choose another place and back up again now.',
  BACKUP_STOPPED: 'The backup was stopped. No half of it is left, and the earlier backups stand.',
  BACKUP_RUNNING: 'A backup is being made or checked. Wait until it is done, or stop it.',
  OFFICE_FILE_LOST:
    'The office folder {{folder}} has no data file office.db. Put it back in its place, or restore the newest good backup.',
  RESTORE_NOT_BEGUN: 'No restoring has begun, or it is over. Begin again with “Restore from a backup”.',
  RESTORE_NOT_FOUND:
    'No good backup was found in {{folder}}. Choose the place of the backups, or the folder in it whose name begins with zhiye-; connect the disk or network folder first if it is not there.',
  RESTORE_SEVERAL:
    'There are backups of several offices in {{folder}}. Open it and choose one of the folders whose names begin with zhiye-.',
  RESTORE_OTHER_OFFICE:
    'The backups in {{folder}} are of another office and cannot take the place of the one on this computer. Choose the place of its own backups.',
  RESTORE_BROKEN:
    'The backup {{stamp}} is damaged or differs from its own page, so it was not used. Choose another one; the present data is untouched.',
  RESTORE_KEY:
    'The backup {{stamp}} does not open with this key: it is damaged, or under a key of another time. Use the recovery code or passphrase of when it was made, or choose another one.',
  RESTORE_NEWER: 'The backup {{stamp}} was made by a newer program. Update the program on this computer first.',
  RESTORE_FAILED: 'The restoring did not succeed; the present data is untouched. Try again, or choose another backup.',
  KEYS_NOT_PERMITTED:
    'The change of keys was not confirmed, or more than half an hour ago. Give the reason and your password again.',
  KEYS_CHANGING: 'The keys of the office are being changed. Wait until that is done.',
  KEYS_DEMO: 'Everybody knows the key of a demonstration; it cannot be changed. Change the keys of a real office.',
  KEYS_FAILED:
    'The keys were not changed. The office has its old key, and its data is untouched. Try again, and look at System health if it fails again.',
  RELOCATION_TARGET:
    'The copy of the office cannot go into “{{folder}}”: it is not empty, or it lies in the office itself. Choose an empty folder, best on another disk.',
  RELOCATION_NO_KEY:
    'The office has neither passphrase nor recovery code, so nobody could open it on another PC. Set one under People, “Passphrase and recovery code of the office”, and then move.',
  PASSPHRASE_SHORT: 'The passphrase needs at least {{shortest}} characters. Choose a longer one.',
  SETTING_UNKNOWN: 'There is no setting {{key}}. Choose one of the list.',
  SETTING_INVALID: 'The value of the setting {{key}} is not allowed. Check its range and enter it again.',
  PRICE_NOT_POSITIVE: 'After the reductions the total is {{totalFen}}; it must be above zero. Take less off.',
  PRICE_ABOVE_LIST:
    'The price is above the marked price of {{listPriceFen}}; nothing may be added to it. Change the price.',
  DISCOUNT_NOT_IN_FORCE: 'A chosen discount is not in force on {{wantedOn}}. Choose one that is.',
  DISCOUNTS_NOT_COMBINABLE: 'A chosen discount cannot be combined with others. Keep only one.',
  PLAN_UNDER_PRICE: 'The payment plan falls short of the price by {{missingFen}}. Complete it to 100 %.',
  PLAN_OVER_PRICE: 'The payment plan exceeds the price by {{excessFen}}. Reduce its lines.',
  PLAN_NOT_VALID:
    'The lines of the payment plan are not valid: at least one belongs to the price, at most one takes the rest. Correct the way to pay.',
  PLAN_DATES_NOT_IN_ORDER:
    'Line {{position}} of the payment plan is due before the day of subscription, {{fromOn}}. Set a later day.',
  DOWN_PAYMENT_TOO_LOW: 'The down payment is at least {{ratePpm}}, here {{lowestFen}}. Raise it or borrow less.',
  RECEIPTS_EXCEED_DEPOSIT:
    'Receipts on this subscription come to {{receivedFen}}, above its deposit of {{dueFen}}. Taking house price may turn it into a sale contract; sign the contract before taking more.',
  BUYER_TWICE: 'The same customer is entered as a buyer twice. Remove one.',
  BUYER_SHARES_DIFFER: 'The shares sum to {{ratePpm}}, not to 100 %. Adjust them.',
  PHONE_NOT_VALID: 'This is not a phone number. Enter 11 digits of a mobile, or area code and number.',
  CREDIT_CODE_NOT_VALID: 'The unified credit code is not right. Compare it with the business licence, sign by sign.',
  IDENTITY_NUMBER_NOT_VALID: 'The identity number is not correct. Compare it with the original, digit by digit.',
  DEAL_OF_OTHER: 'This deal is with {{by}}; its file is open to them and to the supervisor. Ask one of them.',
  CUSTOMER_OWNED_BY_OTHER:
    'This customer belongs to another consultant, protected until {{protectedOn}}. Hand over to the owner or ask the supervisor for a ruling.',
  RULING_SHARES_DIFFER: 'The shares of a ruling must sum to 100 %. Adjust them.',
  VISIT_PHONE_MISSING: 'Enter the mobile number, or the reason why none was left.',
  VISIT_NOT_FIRST: 'This customer has visited before. Register a return visit.',
  ROTA_MEMBER_UNKNOWN: 'This consultant is not in the rota of today. Sign in first.',
  ROTA_MEMBER_TWICE: 'This consultant is in the rota of today already.',
  ROTA_TURN_NONE: 'This reception took no turn, so there is none to give back.',
  VISIT_OVER: 'This group has left already.',
  VISIT_NOT_OVER: 'This group did not leave today; the entry stays as it is.',
  REFERRER_SELF: 'Nobody refers themselves. Check the referrer’s number.',
  REFERRER_NAME_MISSING: 'Enter the referrer’s name; a number alone does not say who it is.',
  REGISTER_DAYS_WRONG:
    'The register shows at most {{days}} days at a time, the last not before the first. Choose other days.',
  RECEIPT_ABOVE_BALANCE: 'This receipt exceeds what is still due, {{balanceFen}}. Check the amount.',
  PAYMENT_METHOD_NOT_TAKEN:
    'The office does not take this way to pay. Choose another, or have the manager add it to the settings.',
  RECEIPT_REFERENCE_MISSING: 'A transfer, card or cheque needs its bank slip or cheque number. Enter it.',
  RECEIPT_IN_FUTURE: 'The day of receipt is after today, {{todayOn}}. Enter the day on which the money came.',
  CASE_PAPERS_MISSING: 'Papers still missing: {{count}}. Collect and enter them before the next step.',
  CASE_BANK_MISSING: 'The bank of the loan is not entered. Enter bank and years first.',
  CASE_FILING_MISSING: 'The contract has no filing number yet. This step is done once the number is entered.',
  CASE_LOAN_NOT_RECEIVED: '{{openFen}} of the loan has not arrived. Finance takes it and gives the receipt.',
  CASE_HAS_NO_LOAN: 'This case has no loan.',
  CASE_CONTRACT_LIVE: 'The contract is in force, so the case cannot be cancelled.',
  CASE_CONTRACT_NOT_SIGNED: 'The contract is not signed, so it has no cases yet. Sign it first.',
  CASES_ARE_OPEN: 'All cases of this contract are open already.',
  RECEIPT_VOIDED: 'This receipt is void already.',
  RECEIPT_IS_OWN:
    'Nobody reverses money they took themselves. Ask another person of finance or the manager to void it.',
  DEPOSIT_IN_CONTRACT:
    'The deposit became part of the price with the contract and cannot be voided alone. Take the contract back or settle a refund first.',
  DEPOSIT_COMES_FIRST: 'The deposit is not complete, so no price can be taken. Take the deposit first.',
  NOTHING_DUE: 'Everything in the payment plan has been received.',
  PLAN_LINE_TWICE: 'A line of the plan is chosen twice. Enter one amount for each line.',
  PLAN_LINE_OF_OTHER_ITEM: 'Deposit, price and loan each have a receipt of their own. Take them separately.',
  PLAN_LINE_EXCEEDED:
    'Line {{position}} has {{openFen}} open, so this is too much. Enter less, and put the rest on another line or give it back.',
  SHARES_DIFFER: 'The lines sum to {{sumFen}} and the payment is {{amountFen}}. Check the amounts.',
} as const;
