CREATE TABLE `control_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`day` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`run_at` integer NOT NULL,
	`run_by` integer NOT NULL,
	`figures` text NOT NULL,
	`cash` text,
	`seq` integer NOT NULL,
	`head` text NOT NULL,
	`supervisor_id` integer,
	`supervisor_at` integer,
	`manager_id` integer,
	`manager_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`run_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supervisor_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "control_checks_state_known" CHECK("state" in ('open', 'signed', 'replaced')),
	CONSTRAINT "control_checks_signed_by_two" CHECK("state" <> 'signed' or ("supervisor_id" is not null and "manager_id" is not null and "supervisor_id" <> "manager_id"))
) STRICT;
CREATE UNIQUE INDEX `control_checks_number_once` ON `control_checks` (`number`);
CREATE UNIQUE INDEX `control_checks_one_of_day` ON `control_checks` (`day`) WHERE "state" <> 'replaced';
CREATE TABLE `control_differences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`check_id` integer NOT NULL,
	`kind` text NOT NULL,
	`unit_id` integer,
	`subscription_id` integer,
	`contract_id` integer,
	`field` text DEFAULT '' NOT NULL,
	`expected` text NOT NULL,
	`found` text NOT NULL,
	`explanation` text DEFAULT '' NOT NULL,
	`explained_by` integer,
	`explained_at` integer,
	FOREIGN KEY (`check_id`) REFERENCES `control_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`explained_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "control_differences_kind_known" CHECK("kind" in ('board', 'twoDeals', 'axes', 'lapsed', 'log')),
	CONSTRAINT "control_differences_explained" CHECK(("explained_by" is null) = ("explained_at" is null))
) STRICT;
CREATE INDEX `control_differences_of_check` ON `control_differences` (`check_id`);
CREATE TABLE `handbook_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`facts` text NOT NULL,
	`source` text NOT NULL,
	`as_of` text NOT NULL,
	`valid_until` text,
	`archived` integer DEFAULT false NOT NULL,
	`written_by` integer NOT NULL,
	`written_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handbook_entries_topic_known" CHECK("topic" in ('facts', 'surroundings', 'promotion', 'competitors', 'questions')),
	CONSTRAINT "handbook_entries_have_a_source" CHECK("source" <> '')
) STRICT;
CREATE INDEX `handbook_entries_of_topic` ON `handbook_entries` (`topic`,`archived`);
