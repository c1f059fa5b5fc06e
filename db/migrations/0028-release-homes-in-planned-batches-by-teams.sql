CREATE TABLE `release_units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`release_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`team` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `release_units_once` ON `release_units` (`release_id`,`unit_id`);
CREATE INDEX `release_units_of_unit` ON `release_units` (`unit_id`);
CREATE TABLE `releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`planned_at` integer NOT NULL,
	`exclusive_until` integer,
	`planned_by` integer NOT NULL,
	`released_by` integer,
	`released_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`planned_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releases_state_known" CHECK("state" in ('planned', 'released', 'cancelled')),
	CONSTRAINT "releases_done_by_somebody" CHECK(("state" = 'released') = ("released_at" is not null)),
	CONSTRAINT "releases_called_off" CHECK(("state" = 'cancelled') = ("cancelled_at" is not null))
) STRICT;
CREATE UNIQUE INDEX `releases_number_once` ON `releases` (`number`);
CREATE INDEX `releases_of_state` ON `releases` (`state`,`planned_at`);
