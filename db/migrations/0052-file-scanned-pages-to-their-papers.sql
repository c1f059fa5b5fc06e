CREATE TABLE `scan_pages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stack_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`thumbnail_sha256` text,
	`turns` integer NOT NULL,
	`outcome` text NOT NULL,
	`code_text` text DEFAULT '' NOT NULL,
	`document_id` integer,
	`page` integer,
	`state` text NOT NULL,
	`by_hand` integer DEFAULT false NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`settled_by` integer,
	`settled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`stack_id`) REFERENCES `scan_stacks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scan_pages_outcome_known" CHECK("outcome" in ('filed', 'duplicate', 'voided', 'otherVersion', 'otherContent', 'noSuchPage', 'unknownNumber', 'ofOther', 'draft', 'foreign', 'noCode', 'noPicture')),
	CONSTRAINT "scan_pages_state_known" CHECK("state" in ('filed', 'waiting', 'replaced', 'discarded')),
	CONSTRAINT "scan_pages_turned" CHECK("turns" between 0 and 3),
	CONSTRAINT "scan_pages_filed_somewhere" CHECK("state" not in ('filed', 'replaced') or ("document_id" is not null and "page" > 0))
) STRICT;
CREATE INDEX `scan_pages_of_stack` ON `scan_pages` (`stack_id`);
CREATE INDEX `scan_pages_of_document` ON `scan_pages` (`document_id`);
CREATE INDEX `scan_pages_waiting` ON `scan_pages` (`state`) WHERE "state" = 'waiting';
CREATE UNIQUE INDEX `scan_pages_one_at_its_place` ON `scan_pages` (`document_id`,`page`) WHERE "state" = 'filed';
CREATE TABLE `scan_stacks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`pages` integer NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scan_stacks_not_empty" CHECK("pages" > 0)
) STRICT;
CREATE INDEX `scan_stacks_of_person` ON `scan_stacks` (`added_by`);
