ALTER TABLE `attachments` ADD `remove_reason` text DEFAULT '' NOT NULL;
