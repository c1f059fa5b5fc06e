ALTER TABLE `contracts` ADD `confirmations` text DEFAULT '{"weightyTerms":null,"maintenanceFund":null}' NOT NULL;
