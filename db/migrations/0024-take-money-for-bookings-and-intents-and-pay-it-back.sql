CREATE TABLE `refunds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer,
	`booking_id` integer,
	`intent_id` integer,
	`payee_id` integer NOT NULL,
	`amount` integer NOT NULL,
	`method` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`refunded_on` text NOT NULL,
	`refunded_at` integer NOT NULL,
	`cashier_id` integer NOT NULL,
	`approval_id` integer,
	`change_id` integer,
	`reason` text NOT NULL,
	`state` text DEFAULT 'valid' NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payee_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cashier_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_method_known" CHECK("method" in ('transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay')),
	CONSTRAINT "refunds_state_known" CHECK("state" in ('valid', 'voided')),
	CONSTRAINT "refunds_amount_positive" CHECK("amount" > 0),
	CONSTRAINT "refunds_of_one" CHECK(("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1)
) STRICT;
CREATE UNIQUE INDEX `refunds_number_once` ON `refunds` (`number`);
CREATE INDEX `refunds_of_subscription` ON `refunds` (`subscription_id`);
CREATE INDEX `refunds_of_day` ON `refunds` (`refunded_on`);
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`receipt_id` integer,
	`refund_id` integer,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	`booked_on` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_account_known" CHECK("account" in ('supervisedAccount', 'cashOnHand', 'depositsReceived', 'pricesReceived', 'bookingMoneyReceived', 'intentMoneyReceived', 'depositsKept')),
	CONSTRAINT "ledger_entries_of_one" CHECK(("receipt_id" is null) <> ("refund_id" is null))
) STRICT;
INSERT INTO `__new_ledger_entries`("id", "receipt_id", "account", "amount", "booked_on") SELECT "id", "receipt_id", "account", "amount", "booked_on" FROM `ledger_entries`;
DROP TABLE `ledger_entries`;
ALTER TABLE `__new_ledger_entries` RENAME TO `ledger_entries`;
PRAGMA foreign_keys=ON;
CREATE INDEX `ledger_entries_of_account` ON `ledger_entries` (`account`,`booked_on`);
CREATE INDEX `ledger_entries_of_receipt` ON `ledger_entries` (`receipt_id`);
CREATE INDEX `ledger_entries_of_refund` ON `ledger_entries` (`refund_id`) WHERE "refund_id" is not null;
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
	CONSTRAINT "receipts_state_known" CHECK("state" in ('valid', 'voided')),
	CONSTRAINT "receipts_amount_positive" CHECK("amount" > 0),
	CONSTRAINT "receipts_of_one" CHECK(("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1)
) STRICT;
INSERT INTO `__new_receipts`("id", "number", "subscription_id", "payer_id", "item", "method", "amount", "received_on", "received_at", "cashier_id", "reference", "state", "void_reason", "version") SELECT "id", "number", "subscription_id", "payer_id", "item", "method", "amount", "received_on", "received_at", "cashier_id", "reference", "state", "void_reason", "version" FROM `receipts`;
DROP TABLE `receipts`;
ALTER TABLE `__new_receipts` RENAME TO `receipts`;
CREATE UNIQUE INDEX `receipts_number_once` ON `receipts` (`number`);
CREATE INDEX `receipts_of_subscription` ON `receipts` (`subscription_id`);
CREATE INDEX `receipts_of_booking` ON `receipts` (`booking_id`) WHERE "booking_id" is not null;
CREATE INDEX `receipts_of_intent` ON `receipts` (`intent_id`) WHERE "intent_id" is not null;
CREATE UNIQUE INDEX `receipts_exchanged_once` ON `receipts` (`replaces_id`) WHERE "replaces_id" is not null and "state" = 'valid';
CREATE INDEX `receipts_of_day` ON `receipts` (`received_on`);
