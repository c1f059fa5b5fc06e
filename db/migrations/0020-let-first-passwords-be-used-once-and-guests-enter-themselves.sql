CREATE TABLE `arrivals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_key_id` integer NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`interests` text NOT NULL,
	`language` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`place` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`ended_at` integer,
	`ended_by` integer,
	`visit_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "arrivals_language_known" CHECK("language" in ('zh-CN', 'en')),
	CONSTRAINT "arrivals_state_known" CHECK("state" in ('waiting', 'received', 'left')),
	CONSTRAINT "arrivals_end_once" CHECK(("ended_at" is null) = ("state" = 'waiting'))
) STRICT;
CREATE INDEX `arrivals_of_state` ON `arrivals` (`state`,`arrived_at`);
CREATE INDEX `arrivals_of_place` ON `arrivals` (`place`,`arrived_at`);
ALTER TABLE `accounts` ADD `code_until` integer;
