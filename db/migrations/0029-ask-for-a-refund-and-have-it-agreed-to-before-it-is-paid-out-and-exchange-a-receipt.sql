PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_receipts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer,
	`booking_id` integer,
	`intent_id` integer,
	`replaces_id` integer,
	`payer_id` integer NOT NULL,
	`item` text NOT NULL,
	`method` text NOT NULL,
	`amount` integer NOT NULL,
	`received_on` text NOT NULL,
	`received_at` integer NOT NULL,
	`cashier_id` integer NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'valid' NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipts_item_known" CHECK("item" in ('deposit', 'firstPayment', 'instalment', 'loan', 'other', 'bookingMoney', 'intentMoney')),
	CONSTRAINT "receipts_method_known" CHECK("method" in ('transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay')),
	CONSTRAINT "receipts_state_known" CHECK("state" in ('valid', 'voided', 'exchanged')),
	CONSTRAINT "receipts_amount_positive" CHECK("amount" > 0),
	CONSTRAINT "receipts_of_one" CHECK(("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1)
) STRICT;
INSERT INTO `__new_receipts`("id", "number", "subscription_id", "booking_id", "intent_id", "replaces_id", "payer_id", "item", "method", "amount", "received_on", "received_at", "cashier_id", "reference", "state", "void_reason", "version") SELECT "id", "number", "subscription_id", "booking_id", "intent_id", "replaces_id", "payer_id", "item", "method", "amount", "received_on", "received_at", "cashier_id", "reference", "state", "void_reason", "version" FROM `receipts`;
DROP TABLE `receipts`;
ALTER TABLE `__new_receipts` RENAME TO `receipts`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `receipts_number_once` ON `receipts` (`number`);
CREATE INDEX `receipts_of_subscription` ON `receipts` (`subscription_id`);
CREATE INDEX `receipts_of_booking` ON `receipts` (`booking_id`) WHERE "booking_id" is not null;
CREATE INDEX `receipts_of_intent` ON `receipts` (`intent_id`) WHERE "intent_id" is not null;
CREATE UNIQUE INDEX `receipts_exchanged_once` ON `receipts` (`replaces_id`) WHERE "replaces_id" is not null and "state" = 'valid';
CREATE INDEX `receipts_of_day` ON `receipts` (`received_on`);
CREATE TABLE `__new_refunds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer,
	`booking_id` integer,
	`intent_id` integer,
	`payee_id` integer NOT NULL,
	`amount` integer NOT NULL,
	`requested_by` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`method` text,
	`reference` text DEFAULT '' NOT NULL,
	`refunded_on` text,
	`refunded_at` integer,
	`cashier_id` integer,
	`approval_id` integer,
	`change_id` integer,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payee_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_method_known" CHECK("method" in ('transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay')),
	CONSTRAINT "refunds_state_known" CHECK("state" in ('requested', 'approved', 'paid', 'rejected', 'withdrawn', 'voided')),
	CONSTRAINT "refunds_amount_positive" CHECK("amount" > 0),
	CONSTRAINT "refunds_paid_by_somebody" CHECK(("state" in ('paid', 'voided')) = ("method" is not null and "refunded_on" is not null and "cashier_id" is not null)),
	CONSTRAINT "refunds_of_one" CHECK(("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1)
) STRICT;
INSERT INTO `__new_refunds`("id", "number", "subscription_id", "booking_id", "intent_id", "payee_id", "amount", "method", "reference", "refunded_on", "refunded_at", "cashier_id", "approval_id", "change_id", "reason", "state", "void_reason", "version") SELECT "id", "number", "subscription_id", "booking_id", "intent_id", "payee_id", "amount", "method", "reference", "refunded_on", "refunded_at", "cashier_id", "approval_id", "change_id", "reason", "state", "void_reason", "version" FROM `refunds`;
DROP TABLE `refunds`;
ALTER TABLE `__new_refunds` RENAME TO `refunds`;
CREATE UNIQUE INDEX `refunds_number_once` ON `refunds` (`number`);
CREATE INDEX `refunds_of_subscription` ON `refunds` (`subscription_id`);
CREATE INDEX `refunds_by_state` ON `refunds` (`state`);
CREATE INDEX `refunds_of_day` ON `refunds` (`refunded_on`);
