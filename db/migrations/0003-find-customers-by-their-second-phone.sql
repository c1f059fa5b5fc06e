CREATE INDEX `customers_by_second_phone` ON `customers` (`second_phone`) WHERE "second_phone" is not null;
