ALTER TABLE `subscriptions` ADD `plan_code` text DEFAULT '' NOT NULL;
ALTER TABLE `subscriptions` ADD `plan_name` text DEFAULT '' NOT NULL;
ALTER TABLE `unit_bookings` ADD `plan_code` text DEFAULT '' NOT NULL;
ALTER TABLE `unit_bookings` ADD `plan_name` text DEFAULT '' NOT NULL;
