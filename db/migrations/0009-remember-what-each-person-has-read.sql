CREATE TABLE `notice_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`read_to` integer NOT NULL,
	`apart` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_marks_count_up" CHECK("read_to" >= 0)
) STRICT;
CREATE UNIQUE INDEX `notice_marks_once` ON `notice_marks` (`account_id`);
