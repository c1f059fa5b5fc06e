ALTER TABLE `accounts` DROP COLUMN `failed_logins`;
ALTER TABLE `accounts` DROP COLUMN `locked_until`;
