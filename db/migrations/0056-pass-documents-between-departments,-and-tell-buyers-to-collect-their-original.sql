CREATE TABLE `collect_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`channel` text NOT NULL,
	`noticed_on` text NOT NULL,
	`noticed_by` integer NOT NULL,
	`collect_by` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noticed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "collect_notices_channel_known" CHECK("channel" in ('letter', 'phone', 'sms'))
) STRICT;
CREATE INDEX `collect_notices_of_contract` ON `collect_notices` (`contract_id`);
CREATE TABLE `transfer_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`transfer_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`copies` integer NOT NULL,
	`pages` integer NOT NULL,
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfer_lines_kind_known" CHECK("kind" in ('contract', 'scan', 'receipt', 'report', 'drawing', 'material', 'other')),
	CONSTRAINT "transfer_lines_counted" CHECK("copies" > 0 and "pages" > 0)
) STRICT;
CREATE UNIQUE INDEX `transfer_lines_once` ON `transfer_lines` (`transfer_id`,`position`);
CREATE TABLE `transfers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`from_department` text NOT NULL,
	`to_department` text NOT NULL,
	`state` text DEFAULT 'sent' NOT NULL,
	`sent_by` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`answered_by` integer,
	`answered_at` integer,
	`signer` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_from_department_known" CHECK("from_department" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager')),
	CONSTRAINT "transfers_to_department_known" CHECK("to_department" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager')),
	CONSTRAINT "transfers_state_known" CHECK("state" in ('sent', 'received', 'refused', 'returned', 'withdrawn')),
	CONSTRAINT "transfers_pass" CHECK("from_department" <> "to_department"),
	CONSTRAINT "transfers_answered_by_somebody" CHECK(("state" = 'sent') = ("answered_by" is null))
) STRICT;
CREATE UNIQUE INDEX `transfers_number_once` ON `transfers` (`number`);
CREATE INDEX `transfers_by_state` ON `transfers` (`state`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	`state` text NOT NULL,
	`issue_version` integer DEFAULT 1 NOT NULL,
	`template_version` text NOT NULL,
	`data_sha256` text NOT NULL,
	`pdf_sha256` text,
	`pages` integer,
	`issued_by` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`erased_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips', 'priceList', 'floorPriceList', 'paymentNotice', 'overdueDemand', 'rescissionNotice', 'receivablesList', 'custodyRegister', 'handoverSlip', 'boxLabel', 'supplementAgreement', 'terminationAgreement', 'collectNotice')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
