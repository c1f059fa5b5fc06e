ALTER TABLE `disclosures` ADD `purpose` text DEFAULT '' NOT NULL;
ALTER TABLE `disclosures` ADD `consent_id` integer REFERENCES consents(id);
ALTER TABLE `documents` ADD `erased_at` integer;
