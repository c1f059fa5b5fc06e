PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` integer NOT NULL,
	`built_area` integer NOT NULL,
	`total` integer NOT NULL,
	`state` text NOT NULL,
	`committed_at` integer NOT NULL,
	`committed_by` integer,
	`undone_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`committed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_kind_known" CHECK("kind" in ('priceList', 'runningProject')),
	CONSTRAINT "imports_state_known" CHECK("state" in ('committed', 'undone'))
) STRICT;
INSERT INTO `__new_imports`("id", "kind", "file_name", "sha256", "rows", "built_area", "total", "state", "committed_at", "committed_by", "undone_at", "version") SELECT "id", "kind", "file_name", "sha256", "rows", "built_area", "total", "state", "committed_at", "committed_by", "undone_at", "version" FROM `imports`;
DROP TABLE `imports`;
ALTER TABLE `__new_imports` RENAME TO `imports`;
PRAGMA foreign_keys=ON;
