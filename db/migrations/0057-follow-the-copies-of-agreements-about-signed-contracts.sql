PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_originals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`paper` text NOT NULL,
	`number` text NOT NULL,
	`document_id` integer,
	`copy_no` integer NOT NULL,
	`copy_of` integer NOT NULL,
	`holder` text NOT NULL,
	`place` text NOT NULL,
	`box_id` integer,
	`borrower_id` integer,
	`back_on` text,
	`entered_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`box_id`) REFERENCES `archive_boxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`borrower_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "originals_paper_known" CHECK("paper" in ('saleContract', 'subscriptionBook', 'supplementAgreement', 'terminationAgreement')),
	CONSTRAINT "originals_holder_known" CHECK("holder" in ('seller', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'finance')),
	CONSTRAINT "originals_place_known" CHECK("place" in ('sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager', 'archive', 'lent', 'buyer', 'registry', 'bank', 'fundCentre', 'notary', 'company', 'lost', 'destroyed')),
	CONSTRAINT "originals_counted" CHECK("copy_no" > 0 and "copy_of" > 0),
	CONSTRAINT "originals_in_a_box" CHECK(("place" in ('archive', 'lent')) = ("box_id" is not null)),
	CONSTRAINT "originals_lent_to_somebody" CHECK(("place" = 'lent') = ("borrower_id" is not null and "back_on" is not null))
) STRICT;
INSERT INTO `__new_originals`("id", "contract_id", "paper", "number", "document_id", "copy_no", "copy_of", "holder", "place", "box_id", "borrower_id", "back_on", "entered_on", "version") SELECT "id", "contract_id", "paper", "number", "document_id", "copy_no", "copy_of", "holder", "place", "box_id", "borrower_id", "back_on", "entered_on", "version" FROM `originals`;
DROP TABLE `originals`;
ALTER TABLE `__new_originals` RENAME TO `originals`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `originals_once` ON `originals` (`contract_id`,`paper`,`number`,`copy_no`);
CREATE INDEX `originals_by_place` ON `originals` (`place`);
CREATE INDEX `originals_of_box` ON `originals` (`box_id`);
