CREATE TABLE `rotas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
CREATE UNIQUE INDEX `rotas_of_day` ON `rotas` (`day`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_visits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`person_key_id` integer NOT NULL,
	`kind` text NOT NULL,
	`received_by` integer NOT NULL,
	`received_at` integer NOT NULL,
	`channel` text NOT NULL,
	`party_size` integer DEFAULT 1 NOT NULL,
	`transport` text,
	`referrer_id` integer,
	`referrer_name` text DEFAULT '' NOT NULL,
	`referrer_phone` text,
	`turn` text,
	`left_at` integer,
	`ending` text,
	`notes` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_key_id`) REFERENCES `person_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referrer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_kind_known" CHECK("kind" in ('call', 'firstVisit', 'returnVisit')),
	CONSTRAINT "visits_channel_known" CHECK("channel" in ('passingBy', 'outdoor', 'online', 'shortVideo', 'wechat', 'agency', 'referral', 'exhibition', 'print', 'phone', 'other')),
	CONSTRAINT "visits_transport_known" CHECK("transport" in ('car', 'metro', 'bus', 'taxi', 'onFoot', 'shuttle', 'other')),
	CONSTRAINT "visits_turn_known" CHECK("turn" in ('turn', 'makeUp', 'named', 'owner', 'help', 'givenBack')),
	CONSTRAINT "visits_ending_known" CHECK("ending" in ('seenOff', 'dayClosed')),
	CONSTRAINT "visits_end_once" CHECK(("left_at" is null) = ("ending" is null))
) STRICT;
INSERT INTO `__new_visits`("id", "customer_id", "person_key_id", "kind", "received_by", "received_at", "channel", "party_size", "notes", "version") SELECT "id", "customer_id", "person_key_id", "kind", "received_by", "received_at", "channel", "party_size", "notes", "version" FROM `visits`;
DROP TABLE `visits`;
ALTER TABLE `__new_visits` RENAME TO `visits`;
PRAGMA foreign_keys=ON;
CREATE INDEX `visits_of_customer` ON `visits` (`customer_id`,`received_at`);
CREATE INDEX `visits_of_day` ON `visits` (`received_at`);
CREATE INDEX `visits_by_referrer` ON `visits` (`referrer_id`) WHERE "referrer_id" is not null;
CREATE INDEX `visits_by_referrer_phone` ON `visits` (`referrer_phone`) WHERE "referrer_phone" is not null;
CREATE INDEX `visits_here` ON `visits` (`received_at`) WHERE "left_at" is null and "kind" <> 'call';
