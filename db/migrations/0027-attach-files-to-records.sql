CREATE TABLE `attachments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`form` text NOT NULL,
	`sha256` text NOT NULL,
	`pages` integer NOT NULL,
	`size_bytes` integer NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_by` integer,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachments_form_known" CHECK("form" in ('pdf', 'png', 'jpeg')),
	CONSTRAINT "attachments_not_empty" CHECK("pages" > 0 and "size_bytes" > 0),
	CONSTRAINT "attachments_removed_by_somebody" CHECK(("removed_at" is null) = ("removed_by" is null))
) STRICT;
CREATE INDEX `attachments_of_subject` ON `attachments` (`noun`,`subject_id`);
CREATE UNIQUE INDEX `attachments_once` ON `attachments` (`noun`,`subject_id`,`sha256`) WHERE "removed_at" is null;
