CREATE TABLE `paper_batch_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`subject_id` integer NOT NULL,
	`number` text NOT NULL,
	`outcome` text NOT NULL,
	`document_id` integer,
	`refusal` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paper_batch_rows_outcome_known" CHECK("outcome" in ('waiting', 'issued', 'there', 'failed', 'left'))
) STRICT;
CREATE UNIQUE INDEX `paper_batch_rows_once` ON `paper_batch_rows` (`batch_id`,`subject_id`);
CREATE TABLE `paper_batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`noun` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`begun_at` integer NOT NULL,
	`ended_at` integer,
	`papers_before` integer NOT NULL,
	`end_code` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paper_batches_noun_known" CHECK("noun" in ('contracts', 'subscriptions')),
	CONSTRAINT "paper_batches_kind_known" CHECK("kind" in ('saleContract', 'netSigningSheet', 'custodyRegister', 'subscriptionBook', 'purchaseInstructions', 'contactSheet', 'expenseEstimate', 'signingNotice', 'terminationNotice', 'receivablesList', 'dealLedger')),
	CONSTRAINT "paper_batches_state_known" CHECK("state" in ('open', 'stopped', 'done')),
	CONSTRAINT "paper_batches_ended" CHECK(("state" = 'open') = ("ended_at" is null))
) STRICT;
CREATE INDEX `paper_batches_of_person` ON `paper_batches` (`account_id`);
CREATE UNIQUE INDEX `paper_batches_one_open` ON `paper_batches` (`account_id`) WHERE "state" = 'open';
