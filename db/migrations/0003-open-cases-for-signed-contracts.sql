CREATE TABLE `case_papers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`needed` integer NOT NULL,
	`got` integer DEFAULT 0 NOT NULL,
	`original` integer DEFAULT false NOT NULL,
	`optional` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_papers_kind_known" CHECK("kind" in ('identity', 'householdBook', 'maritalProof', 'purchaseEvidence', 'saleContract', 'paymentProof', 'incomeProof', 'bankStatement', 'residenceProof', 'creditConsent', 'providentProof', 'assets', 'sellerAccount', 'proxy')),
	CONSTRAINT "case_papers_counted" CHECK("needed" > 0 and "got" >= 0)
) STRICT;
CREATE UNIQUE INDEX `case_papers_once` ON `case_papers` (`case_id`,`kind`);
CREATE TABLE `cases` (
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
	CONSTRAINT "cases_step_known" CHECK("step" in ('collect', 'submit', 'register', 'bankReview', 'loanContract', 'awaitFiling', 'mortgageRegistration', 'release')),
	CONSTRAINT "cases_loan_kind_known" CHECK("loan_kind" in ('commercial', 'provident')),
	CONSTRAINT "cases_loan_has_its_line" CHECK(("kind" = 'mortgage') = ("plan_line_id" is not null and "loan_kind" is not null))
) STRICT;
CREATE UNIQUE INDEX `cases_one_filing` ON `cases` (`subscription_id`) WHERE "kind" = 'filing' and "state" <> 'cancelled';
CREATE UNIQUE INDEX `cases_one_for_a_loan` ON `cases` (`plan_line_id`) WHERE "state" <> 'cancelled';
CREATE INDEX `cases_of_subscription` ON `cases` (`subscription_id`);
CREATE INDEX `cases_by_state` ON `cases` (`kind`,`state`);
