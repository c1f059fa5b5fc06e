PRAGMA foreign_keys=OFF;
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
	CONSTRAINT "cases_loan_has_its_line" CHECK(("kind" = 'mortgage') = ("plan_line_id" is not null and "loan_kind" is not null))
) STRICT;
INSERT INTO `__new_cases`("id", "kind", "subscription_id", "state", "step", "step_since", "opened_on", "closed_on", "responsible_id", "plan_line_id", "loan_kind", "bank", "loan_years", "expected_on", "note", "noted_at", "version") SELECT "id", "kind", "subscription_id", "state", "step", "step_since", "opened_on", "closed_on", "responsible_id", "plan_line_id", "loan_kind", "bank", "loan_years", "expected_on", "note", "noted_at", "version" FROM `cases`;
DROP TABLE `cases`;
ALTER TABLE `__new_cases` RENAME TO `cases`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `cases_one_filing` ON `cases` (`subscription_id`) WHERE "kind" = 'filing' and "state" <> 'cancelled';
CREATE UNIQUE INDEX `cases_one_for_a_loan` ON `cases` (`plan_line_id`) WHERE "state" <> 'cancelled';
CREATE INDEX `cases_of_subscription` ON `cases` (`subscription_id`);
CREATE INDEX `cases_by_state` ON `cases` (`kind`,`state`);
