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
	CONSTRAINT "ledger_entries_account_known" CHECK("account" in ('supervisedAccount', 'cashOnHand', 'depositsReceived', 'pricesReceived', 'bookingMoneyReceived', 'intentMoneyReceived', 'depositsKept', 'interestPaid')),
	CONSTRAINT "ledger_entries_of_one" CHECK(("receipt_id" is null) <> ("refund_id" is null))
) STRICT;
INSERT INTO `__new_ledger_entries`("id", "receipt_id", "refund_id", "account", "amount", "booked_on") SELECT "id", "receipt_id", "refund_id", "account", "amount", "booked_on" FROM `ledger_entries`;
DROP TABLE `ledger_entries`;
ALTER TABLE `__new_ledger_entries` RENAME TO `ledger_entries`;
PRAGMA foreign_keys=ON;
CREATE INDEX `ledger_entries_of_account` ON `ledger_entries` (`account`,`booked_on`);
CREATE INDEX `ledger_entries_of_receipt` ON `ledger_entries` (`receipt_id`);
CREATE INDEX `ledger_entries_of_refund` ON `ledger_entries` (`refund_id`) WHERE "refund_id" is not null;
CREATE TABLE `__new_refunds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`subscription_id` integer,
	`booking_id` integer,
	`intent_id` integer,
	`payee_id` integer NOT NULL,
	`amount` integer NOT NULL,
	`interest` integer DEFAULT 0 NOT NULL,
	`requested_by` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`method` text,
	`reference` text DEFAULT '' NOT NULL,
	`refunded_on` text,
	`refunded_at` integer,
	`cashier_id` integer,
	`approval_id` integer,
	`change_id` integer,
	`lender` text DEFAULT '' NOT NULL,
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
	CONSTRAINT "refunds_amount_positive" CHECK("amount" >= 0 and "interest" >= 0 and "amount" + "interest" > 0),
	CONSTRAINT "refunds_paid_by_somebody" CHECK(("state" in ('paid', 'voided')) = ("method" is not null and "refunded_on" is not null and "cashier_id" is not null)),
	CONSTRAINT "refunds_of_one" CHECK(("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1)
) STRICT;
INSERT INTO `__new_refunds`("id", "number", "subscription_id", "booking_id", "intent_id", "payee_id", "amount", "requested_by", "requested_at", "method", "reference", "refunded_on", "refunded_at", "cashier_id", "approval_id", "change_id", "lender", "reason", "state", "void_reason", "version") SELECT "id", "number", "subscription_id", "booking_id", "intent_id", "payee_id", "amount", "requested_by", "requested_at", "method", "reference", "refunded_on", "refunded_at", "cashier_id", "approval_id", "change_id", "lender", "reason", "state", "void_reason", "version" FROM `refunds`;
DROP TABLE `refunds`;
ALTER TABLE `__new_refunds` RENAME TO `refunds`;
CREATE UNIQUE INDEX `refunds_number_once` ON `refunds` (`number`);
CREATE INDEX `refunds_of_subscription` ON `refunds` (`subscription_id`);
CREATE INDEX `refunds_of_booking` ON `refunds` (`booking_id`) WHERE "booking_id" is not null;
CREATE INDEX `refunds_of_intent` ON `refunds` (`intent_id`) WHERE "intent_id" is not null;
CREATE INDEX `refunds_by_state` ON `refunds` (`state`);
CREATE INDEX `refunds_of_day` ON `refunds` (`refunded_on`);
