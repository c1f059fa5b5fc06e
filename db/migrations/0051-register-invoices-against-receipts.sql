CREATE TABLE `invoices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`amount` integer NOT NULL,
	`issued_on` text NOT NULL,
	`state` text NOT NULL,
	`reverses_id` integer,
	`remark` text DEFAULT '' NOT NULL,
	`taken_by` text DEFAULT '' NOT NULL,
	`taken_on` text,
	`recorded_by` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoices_state_known" CHECK("state" in ('valid', 'reversed', 'red')),
	CONSTRAINT "invoices_amount_positive" CHECK("amount" > 0),
	CONSTRAINT "invoices_red_reverses" CHECK(("state" = 'red') = ("reverses_id" is not null)),
	CONSTRAINT "invoices_taken_by_somebody" CHECK(("taken_on" is null) = ("taken_by" = ''))
) STRICT;
CREATE UNIQUE INDEX `invoices_number_once` ON `invoices` (`number`);
CREATE UNIQUE INDEX `invoices_reversed_once` ON `invoices` (`reverses_id`);
CREATE INDEX `invoices_of_subscription` ON `invoices` (`subscription_id`);
CREATE INDEX `invoices_of_day` ON `invoices` (`issued_on`);
