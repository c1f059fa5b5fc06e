ALTER TABLE `host_identity` ADD `served_by` text;
ALTER TABLE `host_identity` ADD `served_by_name` text;
ALTER TABLE `host_identity` ADD `epoch` integer DEFAULT 1 NOT NULL;
