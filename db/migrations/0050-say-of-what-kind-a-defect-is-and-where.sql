PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_contract_defects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`round` integer NOT NULL,
	`kind_code` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`part` text NOT NULL,
	`article` text,
	`annex` text,
	`field` text,
	`raised_by` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`corrected_by` integer,
	`corrected_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_defects_field_of_article" CHECK("field" is null or "article" is not null),
	CONSTRAINT "contract_defects_part_known" CHECK("part" in ('buyers', 'unit', 'price', 'plan', 'terms', 'annexes', 'papers')),
	CONSTRAINT "contract_defects_state_known" CHECK("state" in ('open', 'corrected'))
) STRICT;
INSERT INTO `__new_contract_defects`("id", "contract_id", "round", "text", "part", "raised_by", "raised_at", "state", "corrected_by", "corrected_at", "version") SELECT "id", "contract_id", "round", "text", "part", "raised_by", "raised_at", "state", "corrected_by", "corrected_at", "version" FROM `contract_defects`;
DROP TABLE `contract_defects`;
ALTER TABLE `__new_contract_defects` RENAME TO `contract_defects`;
PRAGMA foreign_keys=ON;
CREATE INDEX `contract_defects_of_contract` ON `contract_defects` (`contract_id`,`state`);
