CREATE TABLE `quotes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`unit_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`consultant_id` integer NOT NULL,
	`quoted_on` text NOT NULL,
	`valid_until` text NOT NULL,
	`price` integer NOT NULL,
	`home_order` text NOT NULL,
	`adjustments` text NOT NULL,
	`reckoning` text NOT NULL,
	`subscription_id` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quotes_home_order_known" CHECK("home_order" in ('first', 'second', 'further')),
	CONSTRAINT "quotes_price_positive" CHECK("price" > 0),
	CONSTRAINT "quotes_valid_from_their_day" CHECK("valid_until" >= "quoted_on")
) STRICT;
CREATE UNIQUE INDEX `quotes_number_once` ON `quotes` (`number`);
CREATE INDEX `quotes_of_customer` ON `quotes` (`customer_id`);
CREATE INDEX `quotes_of_unit` ON `quotes` (`unit_id`);
