CREATE TABLE `partner_agreements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`partner` text NOT NULL,
	`credit_code` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`amount` integer NOT NULL,
	`quota_units` integer,
	`quota_amount` integer,
	`terms` text DEFAULT '' NOT NULL,
	`owner_id` integer NOT NULL,
	`renews_id` integer,
	`state` text DEFAULT 'draft' NOT NULL,
	`approval_id` integer,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`approved_at` integer,
	`ended_on` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renews_id`) REFERENCES `partner_agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_agreements_kind_known" CHECK("kind" in ('agency', 'supplier', 'groupPurchase', 'corporate', 'referralAlliance', 'bank', 'bulkSale')),
	CONSTRAINT "partner_agreements_state_known" CHECK("state" in ('draft', 'pending', 'returned', 'active', 'renewed', 'lapsed', 'terminated', 'rejected', 'withdrawn')),
	CONSTRAINT "partner_agreements_not_negative" CHECK("amount" >= 0 and "quota_units" > 0 and "quota_amount" > 0)
) STRICT;
CREATE UNIQUE INDEX `partner_agreements_number_once` ON `partner_agreements` (`number`);
CREATE UNIQUE INDEX `partner_agreements_renewed_once` ON `partner_agreements` (`renews_id`) WHERE "renews_id" is not null and "state" not in ('rejected', 'withdrawn');
CREATE INDEX `partner_agreements_of_state` ON `partner_agreements` (`state`,`to_on`);
CREATE TABLE `partner_deals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agreement_id` integer NOT NULL,
	`subscription_id` integer NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `partner_agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `partner_deals_once` ON `partner_deals` (`subscription_id`);
CREATE INDEX `partner_deals_of_agreement` ON `partner_deals` (`agreement_id`);
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
	CONSTRAINT "approvals_kind_known" CHECK("kind" in ('priceBelowAuthority', 'hold', 'subscriptionReview', 'contractReview', 'cancellation', 'forfeiture', 'termination', 'refund', 'unitChange', 'nameChange', 'signingExtension', 'paymentPlanChange', 'penaltyWaiver', 'export', 'booking', 'priceChange', 'priceBatch', 'partnerAgreement')),
	CONSTRAINT "approvals_state_known" CHECK("state" in ('pending', 'approved', 'rejected', 'returned', 'withdrawn', 'expired')),
	CONSTRAINT "approvals_required_post_known" CHECK("required_post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approvals_not_own" CHECK("decided_by" is null or "decided_by" <> "requested_by" or "state" = 'withdrawn')
) STRICT;
INSERT INTO `__new_approvals`("id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version") SELECT "id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version" FROM `approvals`;
DROP TABLE `approvals`;
ALTER TABLE `__new_approvals` RENAME TO `approvals`;
PRAGMA foreign_keys=ON;
CREATE INDEX `approvals_waiting` ON `approvals` (`state`,`required_post`);
CREATE UNIQUE INDEX `approvals_one_open` ON `approvals` (`kind`,`noun`,`subject_id`) WHERE "state" = 'pending';
