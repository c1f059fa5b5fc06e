ALTER TABLE `host_identity` ADD `superseded_epoch` integer DEFAULT 0 NOT NULL;
CREATE INDEX `events_of_kind` ON `events` (`kind`,`seq`);
CREATE INDEX `events_of_actor` ON `events` (`actor_id`,`seq`);
CREATE INDEX `events_of_terminal` ON `events` (`terminal`,`seq`);
CREATE INDEX `events_of_procedure` ON `events` (`procedure`,`seq`);
CREATE INDEX `events_of_request` ON `events` (`request_id`);
