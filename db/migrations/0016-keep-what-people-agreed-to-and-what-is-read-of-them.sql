CREATE TABLE `consents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`method` text NOT NULL,
	`language` text,
	`edition` integer,
	`given_on` text NOT NULL,
	`taken_by` integer,
	`recorded_at` integer NOT NULL,
	`withdrawn_on` text,
	`withdrawn_by` integer,
	`withdrawn_via` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consents_purpose_known" CHECK("purpose" in ('service', 'followUp', 'marketing', 'sensitive', 'sharing')),
	CONSTRAINT "consents_method_known" CHECK("method" in ('paper', 'screen', 'phone', 'earlier')),
	CONSTRAINT "consents_language_known" CHECK("language" in ('zh-CN', 'en')),
	CONSTRAINT "consents_withdrawn_via_known" CHECK("withdrawn_via" in ('paper', 'screen', 'phone', 'earlier'))
) STRICT;
CREATE UNIQUE INDEX `consents_one_open` ON `consents` (`customer_id`,`purpose`) WHERE "withdrawn_on" is null;
CREATE TABLE `disclosures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`recipient_kind` text NOT NULL,
	`recipient` text NOT NULL,
	`content` text NOT NULL,
	`basis` text NOT NULL,
	`given_on` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disclosures_recipient_kind_known" CHECK("recipient_kind" in ('bank', 'providentFund', 'registry', 'taxOffice', 'agency', 'group', 'other')),
	CONSTRAINT "disclosures_basis_known" CHECK("basis" in ('consent', 'contract', 'law'))
) STRICT;
CREATE INDEX `disclosures_of_customer` ON `disclosures` (`customer_id`);
CREATE TABLE `notice_texts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`language` text NOT NULL,
	`edition` integer NOT NULL,
	`body` text NOT NULL,
	`written_by` integer,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_texts_language_known" CHECK("language" in ('zh-CN', 'en'))
) STRICT;
CREATE UNIQUE INDEX `notice_texts_once` ON `notice_texts` (`language`,`edition`);
CREATE TABLE `readings` (
	`day` text NOT NULL,
	`account_id` integer NOT NULL,
	`measure` text NOT NULL,
	`record_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`day`, `account_id`, `measure`, `record_id`),
	CONSTRAINT "readings_measure_known" CHECK("measure" in ('reveals', 'files', 'searches', 'rows'))
) STRICT;
CREATE TABLE `registered_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`recipient` text NOT NULL,
	`purpose` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`registered_by` integer NOT NULL,
	`registered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`registered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `registered_reports_once` ON `registered_reports` (`name`) WHERE "active" = 1;
CREATE TABLE `subject_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`person_key_id` integer NOT NULL,
	`kind` text NOT NULL,
	`received_on` text NOT NULL,
	`due_on` text NOT NULL,
	`wish` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`taken_by` integer NOT NULL,
	`answered_by` integer,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subject_requests_kind_known" CHECK("kind" in ('access', 'copy', 'correct', 'delete', 'withdraw')),
	CONSTRAINT "subject_requests_state_known" CHECK("state" in ('open', 'done', 'refused'))
) STRICT;
CREATE UNIQUE INDEX `subject_requests_number_once` ON `subject_requests` (`number`);
CREATE INDEX `subject_requests_of_customer` ON `subject_requests` (`customer_id`);
CREATE INDEX `subject_requests_open` ON `subject_requests` (`state`,`due_on`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	`unit_id` integer,
	`requested_by` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`reason` text NOT NULL,
	`facts` text NOT NULL,
	`required_post` text NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`opinion` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approvals_kind_known" CHECK("kind" in ('priceBelowAuthority', 'hold', 'subscriptionReview', 'contractReview', 'cancellation', 'forfeiture', 'termination', 'refund', 'unitChange', 'nameChange', 'signingExtension', 'paymentPlanChange', 'penaltyWaiver', 'export')),
	CONSTRAINT "approvals_state_known" CHECK("state" in ('pending', 'approved', 'rejected', 'withdrawn', 'expired')),
	CONSTRAINT "approvals_required_post_known" CHECK("required_post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approvals_not_own" CHECK("decided_by" is null or "decided_by" <> "requested_by" or "state" = 'withdrawn')
) STRICT;
INSERT INTO `__new_approvals`("id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version") SELECT "id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version" FROM `approvals`;
DROP TABLE `approvals`;
ALTER TABLE `__new_approvals` RENAME TO `approvals`;
PRAGMA foreign_keys=ON;
CREATE INDEX `approvals_waiting` ON `approvals` (`state`,`required_post`);
CREATE UNIQUE INDEX `approvals_one_open` ON `approvals` (`kind`,`noun`,`subject_id`) WHERE "state" = 'pending';
ALTER TABLE `customers` ADD `restricted_at` integer;
ALTER TABLE `customers` ADD `restriction` text;
ALTER TABLE `customers` ADD `hold_reason` text DEFAULT '' NOT NULL;
ALTER TABLE `customers` ADD `anonymised_at` integer;
