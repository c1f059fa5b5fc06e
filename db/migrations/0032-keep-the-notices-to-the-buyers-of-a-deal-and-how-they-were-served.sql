CREATE TABLE `deal_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`kind` text NOT NULL,
	`sign_by` text NOT NULL,
	`due_on` text,
	`grace_days` integer NOT NULL,
	`written_on` text NOT NULL,
	`written_by` integer NOT NULL,
	`served_on` text,
	`method` text,
	`tracking_no` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`served_by` integer,
	`voided` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`served_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deal_notices_kind_known" CHECK("kind" in ('signingNotice', 'terminationNotice')),
	CONSTRAINT "deal_notices_method_known" CHECK("method" in ('inPerson', 'courier', 'registeredPost', 'message', 'publication')),
	CONSTRAINT "deal_notices_served_somehow" CHECK(("served_on" is null) = ("method" is null) and ("served_on" is null) = ("served_by" is null))
) STRICT;
CREATE UNIQUE INDEX `deal_notices_number_once` ON `deal_notices` (`number`);
CREATE INDEX `deal_notices_of_subscription` ON `deal_notices` (`subscription_id`,`kind`);
