CREATE TABLE `delegations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`permissions` text,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` integer NOT NULL,
	`made_at` integer NOT NULL,
	`revoked_by` integer,
	`revoked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delegations_to_another" CHECK("from_id" <> "to_id"),
	CONSTRAINT "delegations_end_after_they_begin" CHECK("to_on" >= "from_on"),
	CONSTRAINT "delegations_revoked_by_somebody" CHECK(("revoked_by" is null) = ("revoked_at" is null))
) STRICT;
CREATE INDEX `delegations_by_person` ON `delegations` (`to_id`,`to_on`);
ALTER TABLE `accounts` ADD `team` text DEFAULT '' NOT NULL;
