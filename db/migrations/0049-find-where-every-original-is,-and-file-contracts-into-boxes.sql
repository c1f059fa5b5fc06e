CREATE TABLE `archive_boxes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`room` text NOT NULL,
	`shelf` text NOT NULL,
	`capacity` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`closed` integer DEFAULT false NOT NULL,
	`opened_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "archive_boxes_hold" CHECK("capacity" > 0)
) STRICT;
CREATE UNIQUE INDEX `archive_boxes_number_once` ON `archive_boxes` (`number`);
CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`contract_id` integer NOT NULL,
	`act` text NOT NULL,
	`giver` text NOT NULL,
	`taker` text NOT NULL,
	`taker_id` integer,
	`by_proxy` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`handed_at` integer NOT NULL,
	`recorded_by` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handovers_act_known" CHECK("act" in ('handOver', 'takeBack', 'file', 'unfile', 'lend', 'giveBack', 'lose', 'find', 'destroy'))
) STRICT;
CREATE UNIQUE INDEX `handovers_number_once` ON `handovers` (`number`);
CREATE INDEX `handovers_of_contract` ON `handovers` (`contract_id`);
CREATE TABLE `original_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handover_id` integer NOT NULL,
	`original_id` integer NOT NULL,
	`moved_from` text NOT NULL,
	`moved_to` text NOT NULL,
	`box_id` integer,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_id`) REFERENCES `originals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`box_id`) REFERENCES `archive_boxes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "original_moves_moved_from_known" CHECK("moved_from" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager', 'archive', 'lent', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'company', 'lost', 'destroyed')),
	CONSTRAINT "original_moves_moved_to_known" CHECK("moved_to" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager', 'archive', 'lent', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'company', 'lost', 'destroyed')),
	CONSTRAINT "original_moves_move" CHECK("moved_from" <> "moved_to")
) STRICT;
CREATE UNIQUE INDEX `original_moves_once` ON `original_moves` (`handover_id`,`original_id`);
CREATE INDEX `original_moves_of_original` ON `original_moves` (`original_id`);
CREATE TABLE `originals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`paper` text NOT NULL,
	`number` text NOT NULL,
	`document_id` integer,
	`copy_no` integer NOT NULL,
	`copy_of` integer NOT NULL,
	`holder` text NOT NULL,
	`place` text NOT NULL,
	`box_id` integer,
	`borrower_id` integer,
	`back_on` text,
	`entered_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`box_id`) REFERENCES `archive_boxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`borrower_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "originals_paper_known" CHECK("paper" in ('saleContract', 'subscriptionBook')),
	CONSTRAINT "originals_holder_known" CHECK("holder" in ('seller', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'finance')),
	CONSTRAINT "originals_place_known" CHECK("place" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager', 'archive', 'lent', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'company', 'lost', 'destroyed')),
	CONSTRAINT "originals_counted" CHECK("copy_no" > 0 and "copy_of" > 0),
	CONSTRAINT "originals_in_a_box" CHECK(("place" in ('archive', 'lent')) = ("box_id" is not null)),
	CONSTRAINT "originals_lent_to_somebody" CHECK(("place" = 'lent') = ("borrower_id" is not null and "back_on" is not null))
) STRICT;
CREATE UNIQUE INDEX `originals_once` ON `originals` (`contract_id`,`paper`,`number`,`copy_no`);
CREATE INDEX `originals_by_place` ON `originals` (`place`);
CREATE INDEX `originals_of_box` ON `originals` (`box_id`);
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
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips', 'priceList', 'floorPriceList', 'paymentNotice', 'overdueDemand', 'rescissionNotice', 'receivablesList', 'custodyRegister', 'handoverSlip', 'boxLabel')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
