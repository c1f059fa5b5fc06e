CREATE TABLE `price_batch_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`filed_before` integer,
	`filed_after` integer,
	`list_before` integer,
	`list_after` integer,
	`floor_before` integer,
	`floor_after` integer,
	FOREIGN KEY (`batch_id`) REFERENCES `price_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "price_batch_lines_positive" CHECK("filed_after" > 0 and "list_after" > 0 and "floor_after" > 0)
) STRICT;
CREATE UNIQUE INDEX `price_batch_lines_once` ON `price_batch_lines` (`batch_id`,`unit_id`);
CREATE INDEX `price_batch_lines_of_unit` ON `price_batch_lines` (`unit_id`);
CREATE TABLE `price_batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`formula` text NOT NULL,
	`import_id` integer,
	`state` text DEFAULT 'draft' NOT NULL,
	`effective_on` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`units` integer DEFAULT 0 NOT NULL,
	`list_before` integer NOT NULL,
	`list_after` integer NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`approval_id` integer,
	`submitted_at` integer,
	`approved_at` integer,
	`effective_at` integer,
	`left_out` integer DEFAULT 0 NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "price_batches_state_known" CHECK("state" in ('draft', 'pending', 'returned', 'approved', 'effective', 'rejected', 'withdrawn'))
) STRICT;
CREATE UNIQUE INDEX `price_batches_number_once` ON `price_batches` (`number`);
CREATE INDEX `price_batches_of_state` ON `price_batches` (`state`,`effective_on`);
