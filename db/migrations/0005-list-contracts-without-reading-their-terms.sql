CREATE INDEX `contracts_listed` ON `contracts` (`state`,`subscription_id`,`unit_id`,`drafted_by`,`price`,`number`,`signed_on`,`filing_number`);
