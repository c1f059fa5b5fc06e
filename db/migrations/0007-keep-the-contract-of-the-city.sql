ALTER TABLE `contracts` ADD `city_sha256` text;
