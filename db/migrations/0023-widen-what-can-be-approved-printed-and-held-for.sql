PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_approval_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`approval_id` integer NOT NULL,
	`post` text NOT NULL,
	`account_id` integer NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`opinion` text NOT NULL,
	`conditions` text DEFAULT '{"signBy":null,"planKept":false,"noFurtherDiscount":false,"text":""}' NOT NULL,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_steps_post_known" CHECK("post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approval_steps_verdict_known" CHECK("verdict" in ('passedUp', 'approved', 'rejected', 'sentBack'))
) STRICT;
INSERT INTO `__new_approval_steps`("id", "approval_id", "post", "account_id", "at", "verdict", "opinion", "conditions") SELECT "id", "approval_id", "post", "account_id", "at", "verdict", "opinion", "conditions" FROM `approval_steps`;
DROP TABLE `approval_steps`;
ALTER TABLE `__new_approval_steps` RENAME TO `approval_steps`;
PRAGMA foreign_keys=ON;
CREATE INDEX `approval_steps_of` ON `approval_steps` (`approval_id`);
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
	CONSTRAINT "approvals_kind_known" CHECK("kind" in ('priceBelowAuthority', 'hold', 'subscriptionReview', 'contractReview', 'cancellation', 'forfeiture', 'termination', 'refund', 'unitChange', 'nameChange', 'signingExtension', 'paymentPlanChange', 'penaltyWaiver', 'export', 'booking', 'priceChange', 'priceBatch')),
	CONSTRAINT "approvals_state_known" CHECK("state" in ('pending', 'approved', 'rejected', 'returned', 'withdrawn', 'expired')),
	CONSTRAINT "approvals_required_post_known" CHECK("required_post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approvals_not_own" CHECK("decided_by" is null or "decided_by" <> "requested_by" or "state" = 'withdrawn')
) STRICT;
INSERT INTO `__new_approvals`("id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version") SELECT "id", "kind", "noun", "subject_id", "unit_id", "requested_by", "requested_at", "reason", "facts", "required_post", "state", "expires_at", "decided_by", "decided_at", "opinion", "version" FROM `approvals`;
DROP TABLE `approvals`;
ALTER TABLE `__new_approvals` RENAME TO `approvals`;
CREATE INDEX `approvals_waiting` ON `approvals` (`state`,`required_post`);
CREATE UNIQUE INDEX `approvals_one_open` ON `approvals` (`kind`,`noun`,`subject_id`) WHERE "state" = 'pending';
CREATE TABLE `__new_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	`state` text NOT NULL,
	`issue_version` integer DEFAULT 1 NOT NULL,
	`template_version` text NOT NULL,
	`data_sha256` text NOT NULL,
	`pdf_sha256` text,
	`pages` integer,
	`issued_by` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`erased_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
CREATE TABLE `__new_unit_holds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`reason` text NOT NULL,
	`customer_id` integer,
	`held_by` integer NOT NULL,
	`held_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ending` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_holds_purpose_known" CHECK("purpose" in ('customer', 'management', 'relocation', 'approval', 'launchPick')),
	CONSTRAINT "unit_holds_ending_known" CHECK("ending" in ('withdrawn', 'expired', 'booked', 'subscribed'))
) STRICT;
INSERT INTO `__new_unit_holds`("id", "unit_id", "purpose", "reason", "customer_id", "held_by", "held_at", "expires_at", "ended_at", "ending") SELECT "id", "unit_id", "purpose", "reason", "customer_id", "held_by", "held_at", "expires_at", "ended_at", "ending" FROM `unit_holds`;
DROP TABLE `unit_holds`;
ALTER TABLE `__new_unit_holds` RENAME TO `unit_holds`;
CREATE UNIQUE INDEX `unit_holds_one_live` ON `unit_holds` (`unit_id`) WHERE "ended_at" is null and "purpose" <> 'approval';
CREATE UNIQUE INDEX `unit_holds_one_parked` ON `unit_holds` (`unit_id`) WHERE "ended_at" is null and "purpose" = 'approval';
