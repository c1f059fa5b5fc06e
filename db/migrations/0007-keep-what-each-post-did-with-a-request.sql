CREATE TABLE `approval_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`approval_id` integer NOT NULL,
	`post` text NOT NULL,
	`account_id` integer NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`opinion` text NOT NULL,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_steps_post_known" CHECK("post" in ('consultant', 'backOffice', 'supervisor', 'manager', 'director', 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance', 'administrator', 'auditor', 'compliance', 'kiosk')),
	CONSTRAINT "approval_steps_verdict_known" CHECK("verdict" in ('passedUp', 'approved', 'rejected'))
) STRICT;
CREATE INDEX `approval_steps_of` ON `approval_steps` (`approval_id`);
