CREATE TABLE `subscription_signers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`represented` integer NOT NULL,
	`agent_kind` text,
	`agent_no` integer,
	`proxy_covers` integer NOT NULL,
	`proxy_until` text,
	`details_sealed` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscription_signers_agent_kind_known" CHECK("agent_kind" in ('entrusted', 'statutory')),
	CONSTRAINT "subscription_signers_agent_numbered" CHECK(("agent_kind" is null) = ("agent_no" is null))
) STRICT;
CREATE UNIQUE INDEX `subscription_signers_once` ON `subscription_signers` (`subscription_id`,`customer_id`);
CREATE INDEX `subscription_signers_of_customer` ON `subscription_signers` (`customer_id`);
