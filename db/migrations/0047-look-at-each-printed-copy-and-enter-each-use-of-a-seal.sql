CREATE TABLE `seal_uses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`seal` text NOT NULL,
	`first_copy` integer NOT NULL,
	`copies` integer NOT NULL,
	`purpose` text NOT NULL,
	`keeper_id` integer NOT NULL,
	`brought_by` integer NOT NULL,
	`sealed_on` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keeper_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brought_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seal_uses_seal_known" CHECK("seal" in ('company', 'contract', 'finance', 'representative', 'salesOffice')),
	CONSTRAINT "seal_uses_copies_positive" CHECK("copies" > 0 and "first_copy" > 0 and "purpose" <> '')
) STRICT;
CREATE INDEX `seal_uses_of_document` ON `seal_uses` (`document_id`);
CREATE INDEX `seal_uses_of_day` ON `seal_uses` (`sealed_on`);
CREATE TABLE `spoiled_copies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`print_id` integer NOT NULL,
	`copy` integer NOT NULL,
	`reason` text NOT NULL,
	`account_id` integer NOT NULL,
	`spoiled_at` integer NOT NULL,
	`replaced_by` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`print_id`) REFERENCES `prints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by`) REFERENCES `prints`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "spoiled_copies_say_why" CHECK("reason" <> '' and "copy" > 0)
) STRICT;
CREATE UNIQUE INDEX `spoiled_copies_once` ON `spoiled_copies` (`document_id`,`copy`);
CREATE INDEX `spoiled_copies_of_print` ON `spoiled_copies` (`print_id`);
CREATE INDEX `spoiled_copies_replaced_by` ON `spoiled_copies` (`replaced_by`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_prints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`operator_id` integer NOT NULL,
	`printer` text NOT NULL,
	`first_copy` integer NOT NULL,
	`copies` integer NOT NULL,
	`reprint` integer NOT NULL,
	`taken_back` integer DEFAULT 0 NOT NULL,
	`spoiled` integer,
	`reprint_nth` integer,
	`place` text,
	`terminal` text,
	`tray` text,
	`duplex` integer,
	`stamped_sha256` text,
	`job_name` text,
	`state` text NOT NULL,
	`failure` text DEFAULT '' NOT NULL,
	`queued_at` integer NOT NULL,
	`printed_at` integer,
	`confirmed_by` integer,
	`confirmed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operator_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prints_state_known" CHECK("state" in ('queued', 'sending', 'sent', 'printed', 'failed', 'cancelled')),
	CONSTRAINT "prints_copies_positive" CHECK("copies" > 0 and "taken_back" between 0 and "copies"),
	CONSTRAINT "prints_spoiled_within" CHECK(coalesce("spoiled", 0) between 0 and "copies" - "taken_back")
) STRICT;
INSERT INTO `__new_prints`("id", "document_id", "operator_id", "printer", "first_copy", "copies", "reprint", "taken_back", "stamped_sha256", "job_name", "state", "failure", "queued_at", "printed_at", "version") SELECT "id", "document_id", "operator_id", "printer", "first_copy", "copies", "reprint", "taken_back", "stamped_sha256", "job_name", "state", "failure", "queued_at", "printed_at", "version" FROM `prints`;
DROP TABLE `prints`;
ALTER TABLE `__new_prints` RENAME TO `prints`;
PRAGMA foreign_keys=ON;
CREATE INDEX `prints_of_document` ON `prints` (`document_id`);
CREATE INDEX `prints_open` ON `prints` (`state`) WHERE "state" in ('queued', 'sending', 'sent', 'failed');
