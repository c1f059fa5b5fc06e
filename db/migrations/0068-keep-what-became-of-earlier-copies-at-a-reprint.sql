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
	`back_copies` text,
	`spoiled` integer,
	`reprint_nth` integer,
	`earlier_back` text,
	`kept_out` text,
	`sheets_left` integer,
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
	CONSTRAINT "prints_kept_out_known" CHECK("kept_out" in ('valid', 'lost', 'withCustomer', 'handedOn')),
	CONSTRAINT "prints_copies_positive" CHECK("copies" > 0 and "taken_back" between 0 and "copies"),
	CONSTRAINT "prints_spoiled_within" CHECK(coalesce("spoiled", 0) between 0 and "copies" - "taken_back")
) STRICT;
INSERT INTO `__new_prints`("id", "document_id", "operator_id", "printer", "first_copy", "copies", "reprint", "taken_back", "spoiled", "reprint_nth", "place", "terminal", "tray", "duplex", "stamped_sha256", "job_name", "state", "failure", "queued_at", "printed_at", "confirmed_by", "confirmed_at", "version") SELECT "id", "document_id", "operator_id", "printer", "first_copy", "copies", "reprint", "taken_back", "spoiled", "reprint_nth", "place", "terminal", "tray", "duplex", "stamped_sha256", "job_name", "state", "failure", "queued_at", "printed_at", "confirmed_by", "confirmed_at", "version" FROM `prints`;
DROP TABLE `prints`;
ALTER TABLE `__new_prints` RENAME TO `prints`;
PRAGMA foreign_keys=ON;
CREATE INDEX `prints_of_document` ON `prints` (`document_id`);
CREATE INDEX `prints_open` ON `prints` (`state`) WHERE "state" in ('queued', 'sending', 'sent', 'failed');
