PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sorting` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`saved_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "views_list_known" CHECK("list" in ('customers', 'subscriptions', 'contracts', 'changes'))
) STRICT;
INSERT INTO `__new_views`("id", "account_id", "list", "name", "filter", "sorting", "shared", "saved_at", "version") SELECT "id", "account_id", "list", "name", "filter", "sorting", "shared", "saved_at", "version" FROM `views`;
DROP TABLE `views`;
ALTER TABLE `__new_views` RENAME TO `views`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `views_name_once` ON `views` (`account_id`,`list`,`name`);
CREATE INDEX `views_of_list` ON `views` (`list`);
