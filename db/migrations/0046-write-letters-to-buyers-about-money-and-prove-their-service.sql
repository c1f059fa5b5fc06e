CREATE TABLE `letter_services` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`letter_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`method` text NOT NULL,
	`sent_on` text NOT NULL,
	`served_on` text NOT NULL,
	`tracking_no` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`served_by` integer NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `payment_letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`served_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letter_services_method_known" CHECK("method" in ('inPerson', 'courier', 'registeredPost', 'message', 'publication')),
	CONSTRAINT "letter_services_in_order" CHECK("served_on" >= "sent_on")
) STRICT;
CREATE UNIQUE INDEX `letter_services_once` ON `letter_services` (`letter_id`,`customer_id`);
CREATE TABLE `payment_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`kind` text NOT NULL,
	`lines` text NOT NULL,
	`round` integer NOT NULL,
	`due_by` text,
	`hides_price` integer NOT NULL,
	`hides_late_fee` integer NOT NULL,
	`written_on` text NOT NULL,
	`written_by` integer NOT NULL,
	`voided` integer DEFAULT false NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_letters_kind_known" CHECK("kind" in ('paymentNotice', 'overdueDemand', 'rescissionNotice')),
	CONSTRAINT "payment_letters_round" CHECK("round" > 0),
	CONSTRAINT "payment_letters_due" CHECK("due_by" is not null or "kind" = 'rescissionNotice')
) STRICT;
CREATE UNIQUE INDEX `payment_letters_number_once` ON `payment_letters` (`number`);
CREATE INDEX `payment_letters_of_subscription` ON `payment_letters` (`subscription_id`,`kind`);
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
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips', 'priceList', 'floorPriceList', 'paymentNotice', 'overdueDemand', 'rescissionNotice')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
ALTER TABLE `plan_lines` ADD `disputed_on` text;
