CREATE TABLE `agreement_signatures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_agreement_id` integer NOT NULL,
	`position` integer NOT NULL,
	`party` text NOT NULL,
	`customer_id` integer,
	`by_proxy` integer DEFAULT false NOT NULL,
	`signed_on` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`contract_agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_signatures_party_known" CHECK("party" in ('buyer', 'seller')),
	CONSTRAINT "agreement_signatures_buyer_named" CHECK(("party" = 'buyer') = ("customer_id" is not null))
) STRICT;
CREATE UNIQUE INDEX `agreement_signatures_once` ON `agreement_signatures` (`contract_agreement_id`,`position`);
CREATE TABLE `agreements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`contract_id` integer NOT NULL,
	`change_id` integer NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`amendments` text NOT NULL,
	`clauses` text NOT NULL,
	`drafted_by` integer NOT NULL,
	`drafted_on` text NOT NULL,
	`submitted_by` integer,
	`reviewed_by` integer,
	`reviewed_at` integer,
	`opinion` text DEFAULT '' NOT NULL,
	`signed_on` text,
	`refile_by` text,
	`refiled_on` text,
	`refiled_number` text DEFAULT '' NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreements_kind_known" CHECK("kind" in ('supplement', 'termination')),
	CONSTRAINT "agreements_state_known" CHECK("state" in ('draft', 'inReview', 'approved', 'printed', 'inForce', 'dropped')),
	CONSTRAINT "agreements_in_force_since_a_day" CHECK(("state" = 'inForce') = ("signed_on" is not null))
) STRICT;
CREATE UNIQUE INDEX `agreements_number_once` ON `agreements` (`number`);
CREATE UNIQUE INDEX `agreements_position_once` ON `agreements` (`contract_id`,`kind`,`position`);
CREATE UNIQUE INDEX `agreements_one_open` ON `agreements` (`change_id`) WHERE "state" in ('draft', 'inReview', 'approved', 'printed');
CREATE INDEX `agreements_of_change` ON `agreements` (`change_id`);
CREATE INDEX `agreements_to_refile` ON `agreements` (`refile_by`) WHERE "state" in ('inForce');
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
	CONSTRAINT "approvals_kind_known" CHECK("kind" in ('priceBelowAuthority', 'hold', 'subscriptionReview', 'contractReview', 'cancellation', 'forfeiture', 'termination', 'refund', 'unitChange', 'nameChange', 'signingExtension', 'paymentPlanChange', 'contractTerms', 'penaltyWaiver', 'export', 'booking', 'priceChange', 'priceBatch', 'partnerAgreement')),
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
CREATE TABLE `__new_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`step_since` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`responsible_id` integer,
	`plan_line_id` integer,
	`loan_kind` text,
	`bank` text DEFAULT '' NOT NULL,
	`loan_years` integer,
	`expected_on` text,
	`note` text DEFAULT '' NOT NULL,
	`noted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cases_kind_known" CHECK("kind" in ('filing', 'mortgage')),
	CONSTRAINT "cases_state_known" CHECK("state" in ('running', 'returned', 'done', 'cancelled')),
	CONSTRAINT "cases_step_known" CHECK("step" in ('collect', 'submit', 'register', 'bankReview', 'loanContract', 'awaitFiling', 'mortgageRegistration', 'release', 'own1', 'own2', 'own3', 'own4', 'own5')),
	CONSTRAINT "cases_loan_kind_known" CHECK("loan_kind" in ('commercial', 'provident')),
	CONSTRAINT "cases_loan_has_its_line" CHECK(("kind" = 'mortgage') = ("loan_kind" is not null) and (("kind" = 'mortgage' and "state" <> 'cancelled') <= ("plan_line_id" is not null)))
) STRICT;
INSERT INTO `__new_cases`("id", "kind", "subscription_id", "state", "step", "step_since", "opened_on", "closed_on", "responsible_id", "plan_line_id", "loan_kind", "bank", "loan_years", "expected_on", "note", "noted_at", "version") SELECT "id", "kind", "subscription_id", "state", "step", "step_since", "opened_on", "closed_on", "responsible_id", "plan_line_id", "loan_kind", "bank", "loan_years", "expected_on", "note", "noted_at", "version" FROM `cases`;
DROP TABLE `cases`;
ALTER TABLE `__new_cases` RENAME TO `cases`;
CREATE UNIQUE INDEX `cases_one_filing` ON `cases` (`subscription_id`) WHERE "kind" = 'filing' and "state" <> 'cancelled';
CREATE UNIQUE INDEX `cases_one_for_a_loan` ON `cases` (`plan_line_id`) WHERE "state" <> 'cancelled';
CREATE INDEX `cases_of_subscription` ON `cases` (`subscription_id`);
CREATE INDEX `cases_by_state` ON `cases` (`kind`,`state`);
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
	CONSTRAINT "changes_kind_known" CHECK("kind" in ('nameChange', 'unitChange', 'priceChange', 'planChange', 'termsChange', 'signingExtension', 'cancellation', 'forfeiture')),
	CONSTRAINT "changes_state_known" CHECK("state" in ('pending', 'returned', 'approved', 'executed', 'rejected', 'withdrawn', 'lapsed')),
	CONSTRAINT "changes_executed_on_a_day" CHECK(("state" = 'executed') = ("executed_at" is not null))
) STRICT;
INSERT INTO `__new_changes`("id", "number", "kind", "subscription_id", "unit_id", "target_unit_id", "ask", "simulation", "figures_hash", "state", "reason_code", "reason", "round", "requested_by", "requested_at", "effective_on", "executed_at", "executed_by", "end_reason", "version") SELECT "id", "number", "kind", "subscription_id", "unit_id", "target_unit_id", "ask", "simulation", "figures_hash", "state", "reason_code", "reason", "round", "requested_by", "requested_at", "effective_on", "executed_at", "executed_by", "end_reason", "version" FROM `changes`;
DROP TABLE `changes`;
ALTER TABLE `__new_changes` RENAME TO `changes`;
CREATE UNIQUE INDEX `changes_number_once` ON `changes` (`number`);
CREATE UNIQUE INDEX `changes_one_open` ON `changes` (`subscription_id`) WHERE "state" in ('pending', 'returned', 'approved');
CREATE INDEX `changes_of_subscription` ON `changes` (`subscription_id`);
CREATE INDEX `changes_by_state` ON `changes` (`state`);
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
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet', 'dayClose', 'consentForm', 'personalReport', 'bookingSlip', 'expenseEstimate', 'purchaseInstructions', 'contactSheet', 'changeForm', 'signingNotice', 'terminationNotice', 'priceNotice', 'disclosureList', 'controlCheck', 'intentSlip', 'drawResult', 'pickSlip', 'paymentSlip', 'fallbackSlips', 'priceList', 'floorPriceList', 'paymentNotice', 'overdueDemand', 'rescissionNotice', 'receivablesList', 'custodyRegister', 'handoverSlip', 'boxLabel', 'supplementAgreement', 'terminationAgreement')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
INSERT INTO `__new_documents`("id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version") SELECT "id", "kind", "number", "noun", "subject_id", "state", "issue_version", "template_version", "data_sha256", "pdf_sha256", "pages", "issued_by", "issued_at", "void_reason", "erased_at", "version" FROM `documents`;
DROP TABLE `documents`;
ALTER TABLE `__new_documents` RENAME TO `documents`;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
ALTER TABLE `refunds` ADD `lender` text DEFAULT '' NOT NULL;
