CREATE TABLE `host_identity` (
	`id` integer PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`certificate` text NOT NULL,
	`private_key` text NOT NULL,
	`made_at` integer NOT NULL,
	CONSTRAINT "host_identity_is_one" CHECK("id" = 1)
) STRICT;
CREATE TABLE `login_tries` (
	`place` text NOT NULL,
	`name_hash` text NOT NULL,
	`failed` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer,
	PRIMARY KEY(`place`, `name_hash`)
) STRICT;
CREATE INDEX `login_tries_of_name` ON `login_tries` (`name_hash`);
CREATE TABLE `terminal_sessions` (
	`resume_hash` text PRIMARY KEY NOT NULL,
	`terminal_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_active_at` integer NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`ended_by` text,
	FOREIGN KEY (`terminal_id`) REFERENCES `terminals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX `terminal_sessions_of_terminal` ON `terminal_sessions` (`terminal_id`);
CREATE INDEX `terminal_sessions_of_account` ON `terminal_sessions` (`account_id`);
CREATE TABLE `terminal_sightings` (
	`terminal_id` integer PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	`address` text NOT NULL,
	`program` text NOT NULL,
	FOREIGN KEY (`terminal_id`) REFERENCES `terminals`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE TABLE `terminals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`desks` text,
	`token_hash` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`paired_at` integer NOT NULL,
	`paired_by` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`paired_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "terminals_state_known" CHECK("state" in ('active', 'revoked'))
) STRICT;
CREATE UNIQUE INDEX `terminals_token_once` ON `terminals` (`token_hash`);
CREATE UNIQUE INDEX `terminals_name_once` ON `terminals` (`name`) WHERE "state" = 'active';
