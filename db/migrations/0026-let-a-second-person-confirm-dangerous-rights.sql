CREATE TABLE `rights_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`account_id` integer,
	`post` text,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`opinion` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rights_requests_kind_known" CHECK("kind" in ('rights', 'person', 'post')),
	CONSTRAINT "rights_requests_state_known" CHECK("state" in ('pending', 'confirmed', 'refused', 'withdrawn')),
	CONSTRAINT "rights_requests_about_one" CHECK(("kind" = 'rights') = ("account_id" is null)),
	CONSTRAINT "rights_requests_by_another" CHECK("decided_by" is null or "state" = 'withdrawn' or "decided_by" <> "asked_by"),
	CONSTRAINT "rights_requests_decided_at" CHECK(("state" = 'pending') = ("decided_at" is null))
) STRICT;
CREATE INDEX `rights_requests_by_state` ON `rights_requests` (`state`);
