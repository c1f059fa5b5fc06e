ALTER TABLE `office` ADD `representative` text DEFAULT '' NOT NULL;
