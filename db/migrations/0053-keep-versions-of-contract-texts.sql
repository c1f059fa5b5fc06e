CREATE TABLE `contract_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_form` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	`text_hash` text NOT NULL,
	`copy_of` integer,
	`author_id` integer,
	`submitted_by` integer,
	`approved_by` integer,
	`opinion` text DEFAULT '' NOT NULL,
	`changed_at` integer NOT NULL,
	`active_from` text,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_templates_contract_form_known" CHECK("contract_form" in ('presaleHome', 'existingHome', 'presaleCommercial', 'existingCommercial', 'presaleParking', 'existingParking')),
	CONSTRAINT "contract_templates_state_known" CHECK("state" in ('draft', 'inApproval', 'approved', 'retired'))
) STRICT;
CREATE UNIQUE INDEX `contract_templates_once` ON `contract_templates` (`contract_form`,`number`);
ALTER TABLE `contracts` ADD `template_id` integer REFERENCES contract_templates(id);
