PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_unit_bookings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`unit_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`consultant_id` integer NOT NULL,
	`state` text NOT NULL,
	`list_price` integer NOT NULL,
	`money` integer NOT NULL,
	`plan_kind` text,
	`asked_ppm` integer DEFAULT 0 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`extensions` integer DEFAULT 0 NOT NULL,
	`approval_id` integer,
	`ended_at` integer,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_bookings_state_known" CHECK("state" in ('asked', 'agreed', 'open', 'converted', 'refunded', 'expired', 'dropped')),
	CONSTRAINT "unit_bookings_plan_kind_known" CHECK("plan_kind" in ('lumpSum', 'instalment', 'mortgage', 'providentFund', 'combined')),
	CONSTRAINT "unit_bookings_asked_with_reason" CHECK("asked_ppm" = 0 or "reason" <> ''),
	CONSTRAINT "unit_bookings_money_positive" CHECK("money" > 0 and "list_price" > 0)
) STRICT;
INSERT INTO `__new_unit_bookings`("id", "number", "unit_id", "customer_id", "consultant_id", "state", "list_price", "money", "created_at", "expires_at", "opened_at", "extensions", "approval_id", "ended_at", "end_reason", "version") SELECT "id", "number", "unit_id", "customer_id", "consultant_id", "state", "list_price", "money", "created_at", "expires_at", "opened_at", "extensions", "approval_id", "ended_at", "end_reason", "version" FROM `unit_bookings`;
DROP TABLE `unit_bookings`;
ALTER TABLE `__new_unit_bookings` RENAME TO `unit_bookings`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `unit_bookings_number_once` ON `unit_bookings` (`number`);
CREATE UNIQUE INDEX `unit_bookings_one_live` ON `unit_bookings` (`unit_id`) WHERE "state" in ('asked', 'agreed', 'open');
CREATE INDEX `unit_bookings_of_customer` ON `unit_bookings` (`customer_id`);
CREATE INDEX `unit_bookings_of_state` ON `unit_bookings` (`state`,`expires_at`);
