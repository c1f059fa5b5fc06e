CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`login_name` text NOT NULL,
	`post` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`language` text,
	`state` text DEFAULT 'active' NOT NULL,
	`password_hash` text NOT NULL,
	`pin_hash` text,
	`created_at` integer NOT NULL,
	`last_login_at` integer,
	`failed_logins` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_post_known" CHECK("post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "accounts_state_known" CHECK("state" in ('active', 'disabled')),
	CONSTRAINT "accounts_language_known" CHECK("language" in ('zh-CN', 'en'))
) STRICT;
CREATE UNIQUE INDEX `accounts_login_name_once` ON `accounts` (`login_name`);
CREATE TABLE `approval_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`approval_id` integer NOT NULL,
	`post` text NOT NULL,
	`account_id` integer NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`opinion` text NOT NULL,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_steps_post_known" CHECK("post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approval_steps_verdict_known" CHECK("verdict" in ('passedUp', 'approved', 'rejected'))
) STRICT;
CREATE INDEX `approval_steps_of` ON `approval_steps` (`approval_id`);
CREATE TABLE `approvals` (
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
	CONSTRAINT "approvals_kind_known" CHECK("kind" in ('priceBelowAuthority', 'hold', 'subscriptionReview', 'contractReview', 'cancellation', 'forfeiture', 'termination', 'refund', 'unitChange', 'nameChange', 'signingExtension', 'paymentPlanChange', 'penaltyWaiver')),
	CONSTRAINT "approvals_state_known" CHECK("state" in ('pending', 'approved', 'rejected', 'withdrawn', 'expired')),
	CONSTRAINT "approvals_required_post_known" CHECK("required_post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approvals_not_own" CHECK("decided_by" is null or "decided_by" <> "requested_by" or "state" = 'withdrawn')
) STRICT;
CREATE INDEX `approvals_waiting` ON `approvals` (`state`,`required_post`);
CREATE UNIQUE INDEX `approvals_one_open` ON `approvals` (`kind`,`noun`,`subject_id`) WHERE "state" = 'pending';
CREATE TABLE `blobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`stored_at` integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX `blobs_sha256_unique` ON `blobs` (`sha256`);
CREATE TABLE `buildings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`name` text NOT NULL,
	`permit_id` integer,
	`prices_published_on` text,
	`mortgaged` integer DEFAULT false NOT NULL,
	`lender_consent_on` text,
	`delivery_on` text,
	`sort_order` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`permit_id`) REFERENCES `permits`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `buildings_name_once` ON `buildings` (`project_id`,`name`);
CREATE TABLE `contract_defects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`round` integer NOT NULL,
	`text` text NOT NULL,
	`part` text NOT NULL,
	`raised_by` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`corrected_by` integer,
	`corrected_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_defects_part_known" CHECK("part" in ('buyers', 'unit', 'price', 'plan', 'terms', 'annexes', 'papers')),
	CONSTRAINT "contract_defects_state_known" CHECK("state" in ('open', 'corrected'))
) STRICT;
CREATE INDEX `contract_defects_of_contract` ON `contract_defects` (`contract_id`,`state`);
CREATE TABLE `contract_parties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`details_sealed` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `contract_parties_once` ON `contract_parties` (`contract_id`,`customer_id`);
CREATE TABLE `contract_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`round` integer NOT NULL,
	`level` integer NOT NULL,
	`reviewer_id` integer NOT NULL,
	`verdict` text NOT NULL,
	`opinion` text DEFAULT '' NOT NULL,
	`reviewed_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_reviews_verdict_known" CHECK("verdict" in ('passed', 'sentBack'))
) STRICT;
CREATE UNIQUE INDEX `contract_reviews_once` ON `contract_reviews` (`contract_id`,`round`,`level`);
CREATE UNIQUE INDEX `contract_reviews_one_level_each` ON `contract_reviews` (`contract_id`,`round`,`reviewer_id`);
CREATE TABLE `contract_signatures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`position` integer NOT NULL,
	`party` text NOT NULL,
	`customer_id` integer,
	`by_proxy` integer DEFAULT false NOT NULL,
	`signed_on` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_signatures_party_known" CHECK("party" in ('buyer', 'seller')),
	CONSTRAINT "contract_signatures_buyer_named" CHECK(("party" = 'buyer') = ("customer_id" is not null))
) STRICT;
CREATE UNIQUE INDEX `contract_signatures_once` ON `contract_signatures` (`contract_id`,`position`);
CREATE TABLE `contracts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`state` text NOT NULL,
	`price` integer NOT NULL,
	`terms` text NOT NULL,
	`drafted_by` integer NOT NULL,
	`drafted_on` text NOT NULL,
	`submitted_by` integer,
	`review_round` integer DEFAULT 0 NOT NULL,
	`reviewed_hash` text,
	`signed_on` text,
	`filing_number` text DEFAULT '' NOT NULL,
	`filed_on` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contracts_state_known" CHECK("state" in ('draft', 'inReview', 'approved', 'printed', 'signed', 'filed', 'superseded', 'terminated'))
) STRICT;
CREATE UNIQUE INDEX `contracts_number_once` ON `contracts` (`number`);
CREATE UNIQUE INDEX `contracts_one_live` ON `contracts` (`unit_id`) WHERE "state" in ('draft', 'inReview', 'approved', 'printed', 'signed', 'filed');
CREATE UNIQUE INDEX `contracts_filing_once` ON `contracts` (`filing_number`) WHERE "filing_number" <> '';
CREATE INDEX `contracts_of_subscription` ON `contracts` (`subscription_id`);
CREATE INDEX `contracts_by_state` ON `contracts` (`state`);
CREATE TABLE `counters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	CONSTRAINT "counters_count_up" CHECK("last" >= 0)
) STRICT;
CREATE UNIQUE INDEX `counters_once` ON `counters` (`kind`,`year`);
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_key_id` integer NOT NULL,
	`household_id` integer,
	`name` text NOT NULL,
	`phone` text,
	`second_phone` text,
	`identity_kind` text,
	`identity_sealed` text,
	`identity_hash` text,
	`address` text DEFAULT '' NOT NULL,
	`intent` text DEFAULT '' NOT NULL,
	`rating` text NOT NULL,
	`channel` text NOT NULL,
	`state` text DEFAULT 'prospect' NOT NULL,
	`owner_id` integer,
	`owned_since` integer,
	`protected_until` text,
	`next_follow_up_on` text,
	`created_at` integer NOT NULL,
	`last_contact_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customers_rating_known" CHECK("rating" in ('A', 'B', 'C', 'D')),
	CONSTRAINT "customers_channel_known" CHECK("channel" in ('passingBy', 'outdoor', 'online', 'shortVideo', 'wechat', 'agency', 'referral', 'exhibition', 'print', 'phone', 'other')),
	CONSTRAINT "customers_state_known" CHECK("state" in ('prospect', 'subscribed', 'signed', 'lost', 'pool', 'anonymised'))
) STRICT;
CREATE UNIQUE INDEX `customers_phone_once` ON `customers` (`phone`) WHERE "phone" is not null;
CREATE INDEX `customers_by_second_phone` ON `customers` (`second_phone`) WHERE "second_phone" is not null;
CREATE UNIQUE INDEX `customers_identity_once` ON `customers` (`identity_hash`) WHERE "identity_hash" is not null;
CREATE INDEX `customers_of_owner` ON `customers` (`owner_id`,`next_follow_up_on`);
CREATE TABLE `documents` (
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
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`issued_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind_known" CHECK("kind" in ('purchasePlan', 'subscriptionBook', 'depositReceipt', 'saleContract', 'netSigningSheet')),
	CONSTRAINT "documents_state_known" CHECK("state" in ('issuing', 'issued', 'voided')),
	CONSTRAINT "documents_issued_has_bytes" CHECK("state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0))
) STRICT;
CREATE UNIQUE INDEX `documents_number_once` ON `documents` (`kind`,`number`,`issue_version`);
CREATE UNIQUE INDEX `documents_one_valid` ON `documents` (`kind`,`noun`,`subject_id`) WHERE "state" <> 'voided';
CREATE TABLE `event_changes` (
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`seq`, `position`),
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX `event_changes_of_row` ON `event_changes` (`table_name`,`row_id`,`seq`);
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`happened_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`business_date` text NOT NULL,
	`actor_id` integer,
	`terminal` text NOT NULL,
	`procedure` text NOT NULL,
	`request_id` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`changes_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
CREATE INDEX `events_of_subject` ON `events` (`noun`,`subject_id`,`seq`);
CREATE INDEX `events_of_day` ON `events` (`business_date`);
CREATE UNIQUE INDEX `events_hash_once` ON `events` (`hash`);
CREATE TABLE `follow_ups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`person_key_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`done_at` integer NOT NULL,
	`method` text NOT NULL,
	`content` text NOT NULL,
	`next_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_ups_method_known" CHECK("method" in ('phone', 'wechat', 'visit', 'message', 'other'))
) STRICT;
CREATE INDEX `follow_ups_of_customer` ON `follow_ups` (`customer_id`,`done_at`);
CREATE TABLE `grams` (
	`gram` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` integer NOT NULL,
	PRIMARY KEY(`gram`, `noun`, `subject_id`)
) STRICT;
CREATE INDEX `grams_of_subject` ON `grams` (`noun`,`subject_id`);
CREATE TABLE `households` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` integer NOT NULL,
	`built_area` integer NOT NULL,
	`total` integer NOT NULL,
	`state` text NOT NULL,
	`committed_at` integer NOT NULL,
	`committed_by` integer,
	`undone_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`committed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_kind_known" CHECK("kind" in ('priceList')),
	CONSTRAINT "imports_state_known" CHECK("state" in ('committed', 'undone'))
) STRICT;
CREATE TABLE `ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`receipt_id` integer NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	`booked_on` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_account_known" CHECK("account" in ('supervisedAccount', 'cashOnHand', 'depositsReceived', 'pricesReceived'))
) STRICT;
CREATE INDEX `ledger_entries_of_account` ON `ledger_entries` (`account`,`booked_on`);
CREATE INDEX `ledger_entries_of_receipt` ON `ledger_entries` (`receipt_id`);
CREATE TABLE `office` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`company_name` text NOT NULL,
	`company_address` text DEFAULT '' NOT NULL,
	`company_phone` text DEFAULT '' NOT NULL,
	`credit_code` text DEFAULT '' NOT NULL,
	`representative` text DEFAULT '' NOT NULL,
	`city_pack` text NOT NULL,
	`opened_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "office_is_one" CHECK("id" = 1)
) STRICT;
CREATE TABLE `permits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`issued_on` text NOT NULL,
	`valid_to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "permits_kind_known" CHECK("kind" in ('preSalePermit', 'landUseRight', 'landPlanning', 'constructionPlanning', 'constructionPermit'))
) STRICT;
CREATE UNIQUE INDEX `permits_number_once` ON `permits` (`kind`,`number`);
CREATE TABLE `person_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` blob,
	`destroyed_at` integer
) STRICT;
CREATE TABLE `plan_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` integer NOT NULL,
	`position` integer NOT NULL,
	`item` text NOT NULL,
	`amount` integer NOT NULL,
	`due_on` text NOT NULL,
	`in_price` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_lines_item_known" CHECK("item" in ('deposit', 'firstPayment', 'instalment', 'commercialLoan', 'providentLoan', 'finalPayment'))
) STRICT;
CREATE UNIQUE INDEX `plan_lines_once` ON `plan_lines` (`subscription_id`,`position`);
CREATE INDEX `plan_lines_by_day` ON `plan_lines` (`due_on`);
CREATE TABLE `prints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`operator_id` integer NOT NULL,
	`printer` text NOT NULL,
	`first_copy` integer NOT NULL,
	`copies` integer NOT NULL,
	`reprint` integer NOT NULL,
	`taken_back` integer DEFAULT 0 NOT NULL,
	`stamped_sha256` text,
	`job_name` text,
	`state` text NOT NULL,
	`failure` text DEFAULT '' NOT NULL,
	`queued_at` integer NOT NULL,
	`printed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operator_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prints_state_known" CHECK("state" in ('queued', 'printed', 'failed')),
	CONSTRAINT "prints_copies_positive" CHECK("copies" > 0 and "taken_back" between 0 and "copies")
) STRICT;
CREATE INDEX `prints_of_document` ON `prints` (`document_id`);
CREATE TABLE `projects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`seller_name` text NOT NULL,
	`seller_licence` text DEFAULT '' NOT NULL,
	`supervised_account` text DEFAULT '' NOT NULL,
	`supervised_bank` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
CREATE TABLE `quotes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`unit_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`consultant_id` integer NOT NULL,
	`quoted_on` text NOT NULL,
	`valid_until` text NOT NULL,
	`price` integer NOT NULL,
	`home_order` text NOT NULL,
	`adjustments` text NOT NULL,
	`reckoning` text NOT NULL,
	`subscription_id` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quotes_home_order_known" CHECK("home_order" in ('first', 'second', 'further')),
	CONSTRAINT "quotes_price_positive" CHECK("price" > 0),
	CONSTRAINT "quotes_valid_from_their_day" CHECK("valid_until" >= "quoted_on")
) STRICT;
CREATE UNIQUE INDEX `quotes_number_once` ON `quotes` (`number`);
CREATE INDEX `quotes_of_customer` ON `quotes` (`customer_id`);
CREATE INDEX `quotes_of_unit` ON `quotes` (`unit_id`);
CREATE TABLE `receipt_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`receipt_id` integer NOT NULL,
	`plan_line_id` integer NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipt_lines_amount_positive" CHECK("amount" > 0)
) STRICT;
CREATE UNIQUE INDEX `receipt_lines_once` ON `receipt_lines` (`receipt_id`,`plan_line_id`);
CREATE INDEX `receipt_lines_of_plan_line` ON `receipt_lines` (`plan_line_id`);
CREATE TABLE `receipts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer NOT NULL,
	`payer_id` integer NOT NULL,
	`item` text NOT NULL,
	`method` text NOT NULL,
	`amount` integer NOT NULL,
	`received_on` text NOT NULL,
	`received_at` integer NOT NULL,
	`cashier_id` integer NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'valid' NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipts_item_known" CHECK("item" in ('deposit', 'firstPayment', 'instalment', 'loan', 'other')),
	CONSTRAINT "receipts_method_known" CHECK("method" in ('transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay')),
	CONSTRAINT "receipts_state_known" CHECK("state" in ('valid', 'voided')),
	CONSTRAINT "receipts_amount_positive" CHECK("amount" > 0)
) STRICT;
CREATE UNIQUE INDEX `receipts_number_once` ON `receipts` (`number`);
CREATE INDEX `receipts_of_subscription` ON `receipts` (`subscription_id`);
CREATE INDEX `receipts_of_day` ON `receipts` (`received_on`);
CREATE TABLE `requests` (
	`request_id` text PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`actor_id` integer,
	`input_hash` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer NOT NULL
) STRICT;
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`effective_from` text NOT NULL,
	`source_note` text NOT NULL,
	`set_by` integer,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX `settings_by_key` ON `settings` (`key`,`effective_from`);
CREATE TABLE `subscription_buyers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`share_ppm` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscription_buyers_share" CHECK("share_ppm" between 1 and 1000000)
) STRICT;
CREATE UNIQUE INDEX `subscription_buyers_once` ON `subscription_buyers` (`subscription_id`,`customer_id`);
CREATE INDEX `subscription_buyers_of_customer` ON `subscription_buyers` (`customer_id`);
CREATE TABLE `subscription_price_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` integer NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`rate_ppm` integer,
	`amount` integer NOT NULL,
	`after` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX `subscription_price_lines_once` ON `subscription_price_lines` (`subscription_id`,`position`);
CREATE TABLE `subscriptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`unit_id` integer NOT NULL,
	`consultant_id` integer NOT NULL,
	`state` text NOT NULL,
	`subscribed_on` text NOT NULL,
	`sign_by` text NOT NULL,
	`list_price` integer NOT NULL,
	`price` integer NOT NULL,
	`plan_kind` text NOT NULL,
	`deposit_due` integer NOT NULL,
	`adjustments` text NOT NULL,
	`consent` integer NOT NULL,
	`mortgage_disclosed` integer NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscriptions_state_known" CHECK("state" in ('draft', 'inReview', 'approved', 'depositComplete', 'converted', 'cancelled', 'forfeited', 'expired')),
	CONSTRAINT "subscriptions_plan_kind_known" CHECK("plan_kind" in ('lumpSum', 'instalment', 'mortgage', 'providentFund', 'combined')),
	CONSTRAINT "subscriptions_price_positive" CHECK("price" > 0 and "deposit_due" >= 0)
) STRICT;
CREATE UNIQUE INDEX `subscriptions_number_once` ON `subscriptions` (`number`);
CREATE UNIQUE INDEX `subscriptions_one_live` ON `subscriptions` (`unit_id`) WHERE "state" in ('draft', 'inReview', 'approved', 'depositComplete', 'converted');
CREATE INDEX `subscriptions_of_consultant` ON `subscriptions` (`consultant_id`,`state`);
CREATE TABLE `unit_holds` (
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
	CONSTRAINT "unit_holds_purpose_known" CHECK("purpose" in ('customer', 'management', 'relocation', 'approval')),
	CONSTRAINT "unit_holds_ending_known" CHECK("ending" in ('withdrawn', 'expired', 'booked', 'subscribed'))
) STRICT;
CREATE UNIQUE INDEX `unit_holds_one_live` ON `unit_holds` (`unit_id`) WHERE "ended_at" is null and "purpose" <> 'approval';
CREATE UNIQUE INDEX `unit_holds_one_parked` ON `unit_holds` (`unit_id`) WHERE "ended_at" is null and "purpose" = 'approval';
CREATE TABLE `unit_locks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`terminal` text NOT NULL,
	`locked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`renewals` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`ending` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_locks_ending_known" CHECK("ending" in ('unlocked', 'expired', 'held', 'booked', 'subscribed'))
) STRICT;
CREATE UNIQUE INDEX `unit_locks_one_live` ON `unit_locks` (`unit_id`) WHERE "ended_at" is null;
CREATE INDEX `unit_locks_of_account` ON `unit_locks` (`account_id`,`ended_at`);
CREATE TABLE `units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`building_id` integer NOT NULL,
	`import_id` integer,
	`entrance` text DEFAULT '' NOT NULL,
	`floor` integer NOT NULL,
	`floor_name` text NOT NULL,
	`room_no` text NOT NULL,
	`use` text NOT NULL,
	`house_type` text DEFAULT '' NOT NULL,
	`orientation` text DEFAULT '' NOT NULL,
	`built_area` integer NOT NULL,
	`inner_area` integer,
	`shared_area` integer,
	`list_price` integer,
	`filed_price` integer,
	`floor_price` integer,
	`commercial_state` text DEFAULT 'unreleased' NOT NULL,
	`commercial_since` integer NOT NULL,
	`legal_state` text DEFAULT 'notCovered' NOT NULL,
	`encumbrance` text DEFAULT 'none' NOT NULL,
	`post_sale_state` text DEFAULT 'none' NOT NULL,
	`state_reason` text DEFAULT '' NOT NULL,
	`came_from` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`building_id`) REFERENCES `buildings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "units_commercial_state_known" CHECK("commercial_state" in ('unreleased', 'available', 'locked', 'held', 'booked', 'subscribed', 'drafting', 'signed', 'paidUp', 'frozen', 'notForSale')),
	CONSTRAINT "units_came_from_known" CHECK("came_from" in ('unreleased', 'available', 'locked', 'held', 'booked', 'subscribed', 'drafting', 'signed', 'paidUp', 'frozen', 'notForSale')),
	CONSTRAINT "units_legal_state_known" CHECK("legal_state" in ('notCovered', 'saleable', 'depositPaid', 'contractSigned', 'registered')),
	CONSTRAINT "units_encumbrance_known" CHECK("encumbrance" in ('none', 'projectMortgage', 'dischargeRequested', 'discharged', 'seized')),
	CONSTRAINT "units_post_sale_state_known" CHECK("post_sale_state" in ('none', 'filed', 'loanDisbursed', 'delivered', 'titleIssued', 'titleCollected')),
	CONSTRAINT "units_use_known" CHECK("use" in ('home', 'shop', 'parking', 'storage')),
	CONSTRAINT "units_built_area_positive" CHECK("built_area" > 0),
	CONSTRAINT "units_prices_positive" CHECK("list_price" > 0 and "filed_price" > 0 and "floor_price" > 0)
) STRICT;
CREATE UNIQUE INDEX `units_room_once` ON `units` (`building_id`,`entrance`,`floor`,`room_no`);
CREATE INDEX `units_of_state` ON `units` (`commercial_state`);
CREATE INDEX `units_of_import` ON `units` (`import_id`);
CREATE TABLE `visits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`person_key_id` integer NOT NULL,
	`kind` text NOT NULL,
	`received_by` integer NOT NULL,
	`received_at` integer NOT NULL,
	`channel` text NOT NULL,
	`party_size` integer DEFAULT 1 NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_kind_known" CHECK("kind" in ('call', 'firstVisit', 'returnVisit')),
	CONSTRAINT "visits_channel_known" CHECK("channel" in ('passingBy', 'outdoor', 'online', 'shortVideo', 'wechat', 'agency', 'referral', 'exhibition', 'print', 'phone', 'other'))
) STRICT;
CREATE INDEX `visits_of_customer` ON `visits` (`customer_id`,`received_at`);
CREATE INDEX `visits_of_day` ON `visits` (`received_at`);
