ALTER TABLE `plan_lines` ADD `penalty_kept` integer DEFAULT 0 NOT NULL;
