PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`target_unit_id` integer,
	`ask` text NOT NULL,
	`simulation` text NOT NULL,
	`figures_hash` text NOT NULL,
	`state` text NOT NULL,
	`reason_code` text DEFAULT '' NOT NULL,
	`reason` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`requested_by` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`effective_on` text,
	`executed_at` integer,
	`executed_by` integer,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`executed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "changes_kind_known" CHECK("kind" in ('nameChange', 'unitChange', 'priceChange', 'planChange', 'termsChange', 'paymentRelief', 'signingExtension', 'cancellation', 'forfeiture')),
	CONSTRAINT "changes_state_known" CHECK("state" in ('pending', 'returned', 'approved', 'executed', 'rejected', 'withdrawn', 'lapsed')),
	CONSTRAINT "changes_executed_on_a_day" CHECK(("state" = 'executed') = ("executed_at" is not null))
) STRICT;
INSERT INTO `__new_changes`("id", "number", "kind", "subscription_id", "unit_id", "target_unit_id", "ask", "simulation", "figures_hash", "state", "reason_code", "reason", "round", "requested_by", "requested_at", "effective_on", "executed_at", "executed_by", "end_reason", "version") SELECT "id", "number", "kind", "subscription_id", "unit_id", "target_unit_id", "ask", "simulation", "figures_hash", "state", "reason_code", "reason", "round", "requested_by", "requested_at", "effective_on", "executed_at", "executed_by", "end_reason", "version" FROM `changes`;
DROP TABLE `changes`;
ALTER TABLE `__new_changes` RENAME TO `changes`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `changes_number_once` ON `changes` (`number`);
CREATE UNIQUE INDEX `changes_one_open` ON `changes` (`subscription_id`) WHERE "state" in ('pending', 'returned', 'approved');
CREATE INDEX `changes_of_subscription` ON `changes` (`subscription_id`);
CREATE INDEX `changes_by_state` ON `changes` (`state`);
ALTER TABLE `plan_lines` ADD `contract_due_on` text;
ALTER TABLE `plan_lines` ADD `penalty_waived` integer DEFAULT 0 NOT NULL;
