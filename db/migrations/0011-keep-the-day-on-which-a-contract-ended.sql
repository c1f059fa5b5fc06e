ALTER TABLE `contracts` ADD `ended_on` text;
