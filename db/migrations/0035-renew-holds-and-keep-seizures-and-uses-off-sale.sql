CREATE TABLE `seizures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`court` text NOT NULL,
	`paper_no` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	`before` text NOT NULL,
	`seized_by` integer NOT NULL,
	`seized_at` integer NOT NULL,
	`lifted_by` integer,
	`lifted_at` integer,
	`lift_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seized_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seizures_before_known" CHECK("before" in ('none', 'projectMortgage', 'dischargeRequested', 'discharged', 'seized'))
) STRICT;
CREATE UNIQUE INDEX `seizures_one_live` ON `seizures` (`unit_id`) WHERE "lifted_at" is null;
ALTER TABLE `unit_holds` ADD `renewals` integer DEFAULT 0 NOT NULL;
ALTER TABLE `units` ADD `off_sale_use` text;
