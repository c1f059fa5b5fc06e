PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_rulings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`raised_by` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`proposal` text NOT NULL,
	`ruling` text,
	`grounds` text DEFAULT '' NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`appealed_by` integer,
	`appealed_at` integer,
	`appeal` text DEFAULT '' NOT NULL,
	`first_ruling` text,
	`first_decided_by` integer,
	`first_decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appealed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rulings_state_known" CHECK("state" in ('open', 'decided', 'appealed', 'final', 'withdrawn')),
	CONSTRAINT "rulings_reason_known" CHECK("reason" in ('samePhone', 'sameHousehold', 'changedNumber', 'forgottenSeller', 'agencyOrOwn', 'twoAgencies', 'hiddenArrival', 'leaver')),
	CONSTRAINT "rulings_decided_by_somebody" CHECK(("state" = 'open') = ("decided_by" is null)),
	CONSTRAINT "rulings_appealed_by_somebody" CHECK(("state" in ('appealed', 'final')) = ("appealed_by" is not null)),
	CONSTRAINT "rulings_final_over_a_first" CHECK(("state" = 'final') = ("first_ruling" is not null)),
	CONSTRAINT "rulings_decided_so" CHECK(("state" in ('decided', 'appealed', 'final')) = ("ruling" is not null))
) STRICT;
INSERT INTO `__new_rulings`("id", "number", "customer_id", "state", "reason", "note", "raised_by", "raised_at", "proposal", "ruling", "grounds", "decided_by", "decided_at", "version") SELECT "id", "number", "customer_id", "state", "reason", "note", "raised_by", "raised_at", "proposal", "ruling", "grounds", "decided_by", "decided_at", "version" FROM `rulings`;
DROP TABLE `rulings`;
ALTER TABLE `__new_rulings` RENAME TO `rulings`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `rulings_number_once` ON `rulings` (`number`);
CREATE UNIQUE INDEX `rulings_one_open` ON `rulings` (`customer_id`) WHERE "state" = 'open';
CREATE INDEX `rulings_of_customer` ON `rulings` (`customer_id`);
