CREATE TABLE `receipt_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`receipt_id` integer NOT NULL,
	`plan_line_id` integer NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipt_lines_amount_positive" CHECK("amount" > 0)
) STRICT;
CREATE UNIQUE INDEX `receipt_lines_once` ON `receipt_lines` (`receipt_id`,`plan_line_id`);
CREATE INDEX `receipt_lines_of_plan_line` ON `receipt_lines` (`plan_line_id`);
