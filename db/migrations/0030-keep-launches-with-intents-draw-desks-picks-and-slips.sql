CREATE TABLE `fallback_slips` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`launch_id` integer NOT NULL,
	`series` integer NOT NULL,
	`serial` integer NOT NULL,
	`state` text DEFAULT 'printed' NOT NULL,
	`printed_at` integer NOT NULL,
	`printed_by` integer NOT NULL,
	`unit_id` integer,
	`intent_id` integer,
	`written_at` integer,
	`entered_at` integer,
	`entered_by` integer,
	`outcome` text,
	`remark` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intent_id`) REFERENCES `intents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fallback_slips_state_known" CHECK("state" in ('printed', 'entered', 'voided')),
	CONSTRAINT "fallback_slips_outcome_known" CHECK("outcome" in ('picked', 'taken', 'refused'))
) STRICT;
CREATE UNIQUE INDEX `fallback_slips_number_once` ON `fallback_slips` (`number`);
CREATE UNIQUE INDEX `fallback_slips_serial_once` ON `fallback_slips` (`launch_id`,`series`,`serial`);
CREATE INDEX `fallback_slips_of_launch` ON `fallback_slips` (`launch_id`,`state`);
CREATE TABLE `intents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`launch_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`consultant_id` integer NOT NULL,
	`queue_no` integer NOT NULL,
	`code` text NOT NULL,
	`wishes` text NOT NULL,
	`state` text DEFAULT 'registered' NOT NULL,
	`listed` integer DEFAULT false NOT NULL,
	`draw_place` integer,
	`passes` integer DEFAULT 0 NOT NULL,
	`registered_at` integer NOT NULL,
	`called_at` integer,
	`passed_at` integer,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "intents_state_known" CHECK("state" in ('registered', 'paid', 'called', 'picked', 'passed', 'noShow', 'converted', 'withdrawn'))
) STRICT;
CREATE UNIQUE INDEX `intents_number_once` ON `intents` (`number`);
CREATE UNIQUE INDEX `intents_queue_once` ON `intents` (`launch_id`,`queue_no`);
CREATE UNIQUE INDEX `intents_one_live` ON `intents` (`launch_id`,`customer_id`) WHERE "state" in ('registered', 'paid', 'called', 'picked', 'passed', 'noShow', 'converted');
CREATE UNIQUE INDEX `intents_place_once` ON `intents` (`launch_id`,`draw_place`);
CREATE INDEX `intents_waiting` ON `intents` (`launch_id`,`state`,`draw_place`);
CREATE INDEX `intents_of_customer` ON `intents` (`customer_id`);
CREATE TABLE `launch_desks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`launch_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`intent_id` integer,
	`turn_ends_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intent_id`) REFERENCES `intents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "launch_desks_turn" CHECK(("intent_id" is null) = ("turn_ends_at" is null))
) STRICT;
CREATE UNIQUE INDEX `launch_desks_name_once` ON `launch_desks` (`launch_id`,`name`);
CREATE UNIQUE INDEX `launch_desks_one_turn` ON `launch_desks` (`intent_id`) WHERE "intent_id" is not null;
CREATE TABLE `launch_draws` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`launch_id` integer NOT NULL,
	`seed` text NOT NULL,
	`seed_source` text NOT NULL,
	`list_hash` text NOT NULL,
	`method` text NOT NULL,
	`result` text NOT NULL,
	`witness` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`drawn_by` integer NOT NULL,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "launch_draws_method_known" CHECK("method" in ('sha256'))
) STRICT;
CREATE UNIQUE INDEX `launch_draws_number_once` ON `launch_draws` (`number`);
CREATE UNIQUE INDEX `launch_draws_once` ON `launch_draws` (`launch_id`);
CREATE TABLE `launch_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`launch_id` integer NOT NULL,
	`position` integer NOT NULL,
	`from_place` integer NOT NULL,
	`to_place` integer NOT NULL,
	`called_at` integer,
	`called_by` integer,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "launch_groups_range" CHECK("from_place" > 0 and "to_place" >= "from_place")
) STRICT;
CREATE UNIQUE INDEX `launch_groups_once` ON `launch_groups` (`launch_id`,`position`);
CREATE TABLE `launch_picks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`launch_id` integer NOT NULL,
	`intent_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`hold_id` integer NOT NULL,
	`list_price` integer,
	`picked_at` integer NOT NULL,
	`picked_by` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text DEFAULT 'held' NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`launch_id`) REFERENCES `launches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`intent_id`) REFERENCES `intents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `launch_desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hold_id`) REFERENCES `unit_holds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "launch_picks_state_known" CHECK("state" in ('held', 'subscribed', 'lapsed'))
) STRICT;
CREATE UNIQUE INDEX `launch_picks_number_once` ON `launch_picks` (`number`);
CREATE UNIQUE INDEX `launch_picks_hold_once` ON `launch_picks` (`hold_id`);
CREATE UNIQUE INDEX `launch_picks_unit_once` ON `launch_picks` (`unit_id`) WHERE "state" = 'held';
CREATE UNIQUE INDEX `launch_picks_intent_once` ON `launch_picks` (`intent_id`) WHERE "state" <> 'lapsed';
CREATE INDEX `launch_picks_of_launch` ON `launch_picks` (`launch_id`,`state`);
CREATE TABLE `launches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`release_id` integer,
	`opens_at` integer NOT NULL,
	`state` text DEFAULT 'planning' NOT NULL,
	`intent_money` integer NOT NULL,
	`group_size` integer NOT NULL,
	`pick_seconds` integer NOT NULL,
	`pick_hours` integer NOT NULL,
	`passes` integer NOT NULL,
	`list_hash` text,
	`list_closed_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "launches_state_known" CHECK("state" in ('planning', 'registering', 'listed', 'drawn', 'running', 'paused', 'ended')),
	CONSTRAINT "launches_rules" CHECK("group_size" > 0 and "pick_seconds" > 0 and "pick_hours" > 0 and "passes" >= 0),
	CONSTRAINT "launches_money" CHECK("intent_money" >= 0)
) STRICT;
CREATE UNIQUE INDEX `launches_number_once` ON `launches` (`number`);
