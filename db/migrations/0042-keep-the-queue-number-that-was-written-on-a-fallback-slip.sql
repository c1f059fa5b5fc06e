ALTER TABLE `fallback_slips` ADD `queue_no` integer;
