CREATE TABLE `ruling_parties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ruling_id` integer NOT NULL,
	`position` integer NOT NULL,
	`account_id` integer NOT NULL,
	`claim` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`ruling_id`) REFERENCES `rulings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `ruling_parties_once` ON `ruling_parties` (`ruling_id`,`account_id`);
CREATE TABLE `rulings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`raised_by` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`proposal` text NOT NULL,
	`ruling` text,
	`grounds` text DEFAULT '' NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rulings_state_known" CHECK("state" in ('open', 'decided', 'withdrawn')),
	CONSTRAINT "rulings_reason_known" CHECK("reason" in ('samePhone', 'sameHousehold', 'changedNumber', 'forgottenSeller', 'agencyOrOwn', 'twoAgencies', 'hiddenArrival', 'leaver')),
	CONSTRAINT "rulings_decided_by_somebody" CHECK(("state" = 'open') = ("decided_by" is null)),
	CONSTRAINT "rulings_decided_so" CHECK(("state" = 'decided') = ("ruling" is not null))
) STRICT;
CREATE UNIQUE INDEX `rulings_number_once` ON `rulings` (`number`);
CREATE UNIQUE INDEX `rulings_one_open` ON `rulings` (`customer_id`) WHERE "state" = 'open';
CREATE INDEX `rulings_of_customer` ON `rulings` (`customer_id`);
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
	`sheet` text,
	`issued_by` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`erased_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips', 'priceList', 'floorPriceList', 'paymentNotice', 'overdueDemand', 'rescissionNotice', 'receivablesList', 'custodyRegister', 'handoverSlip', 'boxLabel', 'supplementAgreement', 'terminationAgreement', 'collectNotice', 'dealLedger', 'rulingSlip')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_sheet_known" CHECK("sheet" in ('a4', 'a4Landscape', 'a3Landscape', 'form241', 'a4Thirds', 'a5')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "sheet", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "sheet", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
