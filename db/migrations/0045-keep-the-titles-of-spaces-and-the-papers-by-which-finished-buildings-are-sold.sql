PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_permits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`issued_on` text NOT NULL,
	`valid_to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "permits_kind_known" CHECK("kind" in ('preSalePermit', 'completionFiling', 'firstTitle', 'landUseRight', 'landPlanning', 'constructionPlanning', 'constructionPermit'))
) STRICT;
INSERT INTO `__new_permits`("id", "project_id", "kind", "number", "issued_on", "valid_to", "version") SELECT "id", "project_id", "kind", "number", "issued_on", "valid_to", "version" FROM `permits`;
DROP TABLE `permits`;
ALTER TABLE `__new_permits` RENAME TO `permits`;
PRAGMA foreign_keys=ON;
CREATE UNIQUE INDEX `permits_number_once` ON `permits` (`kind`,`number`);
CREATE TABLE `__new_units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`building_id` integer NOT NULL,
	`import_id` integer,
	`entrance` text DEFAULT '' NOT NULL,
	`floor` integer NOT NULL,
	`floor_name` text NOT NULL,
	`room_no` text NOT NULL,
	`use` text NOT NULL,
	`house_type` text DEFAULT '' NOT NULL,
	`house_type_id` integer,
	`orientation` text DEFAULT '' NOT NULL,
	`decoration` text,
	`space_right` text DEFAULT 'titled' NOT NULL,
	`built_area` integer NOT NULL,
	`inner_area` integer,
	`shared_area` integer,
	`measured_built_area` integer,
	`measured_inner_area` integer,
	`measured_shared_area` integer,
	`survey_id` integer,
	`list_price` integer,
	`filed_price` integer,
	`floor_price` integer,
	`commercial_state` text DEFAULT 'unreleased' NOT NULL,
	`commercial_since` integer NOT NULL,
	`legal_state` text DEFAULT 'notCovered' NOT NULL,
	`encumbrance` text DEFAULT 'none' NOT NULL,
	`post_sale_state` text DEFAULT 'none' NOT NULL,
	`state_reason` text DEFAULT '' NOT NULL,
	`off_sale_use` text,
	`came_from` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`building_id`) REFERENCES `buildings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`house_type_id`) REFERENCES `house_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "units_commercial_state_known" CHECK("commercial_state" in ('unreleased', 'available', 'locked', 'held', 'booked', 'subscribed', 'drafting', 'signed', 'paidUp', 'frozen', 'notForSale')),
	CONSTRAINT "units_came_from_known" CHECK("came_from" in ('unreleased', 'available', 'locked', 'held', 'booked', 'subscribed', 'drafting', 'signed', 'paidUp', 'frozen', 'notForSale')),
	CONSTRAINT "units_legal_state_known" CHECK("legal_state" in ('notCovered', 'saleable', 'depositPaid', 'contractSigned', 'registered')),
	CONSTRAINT "units_encumbrance_known" CHECK("encumbrance" in ('none', 'projectMortgage', 'dischargeRequested', 'discharged', 'seized')),
	CONSTRAINT "units_post_sale_state_known" CHECK("post_sale_state" in ('none', 'filed', 'loanDisbursed', 'delivered', 'titleIssued', 'titleCollected')),
	CONSTRAINT "units_use_known" CHECK("use" in ('home', 'shop', 'parking', 'storage')),
	CONSTRAINT "units_decoration_known" CHECK("decoration" in ('bare', 'basic', 'full')),
	CONSTRAINT "units_space_right_known" CHECK("space_right" in ('titled', 'civilDefence', 'commonGround')),
	CONSTRAINT "units_built_area_positive" CHECK("built_area" > 0),
	CONSTRAINT "units_measured_by_survey" CHECK(("measured_built_area" is null) = ("survey_id" is null)),
	CONSTRAINT "units_prices_positive" CHECK("list_price" > 0 and "filed_price" > 0 and "floor_price" > 0)
) STRICT;
INSERT INTO `__new_units`("id", "building_id", "import_id", "entrance", "floor", "floor_name", "room_no", "use", "house_type", "house_type_id", "orientation", "decoration", "built_area", "inner_area", "shared_area", "measured_built_area", "measured_inner_area", "measured_shared_area", "survey_id", "list_price", "filed_price", "floor_price", "commercial_state", "commercial_since", "legal_state", "encumbrance", "post_sale_state", "state_reason", "off_sale_use", "came_from", "version") SELECT "id", "building_id", "import_id", "entrance", "floor", "floor_name", "room_no", "use", "house_type", "house_type_id", "orientation", "decoration", "built_area", "inner_area", "shared_area", "measured_built_area", "measured_inner_area", "measured_shared_area", "survey_id", "list_price", "filed_price", "floor_price", "commercial_state", "commercial_since", "legal_state", "encumbrance", "post_sale_state", "state_reason", "off_sale_use", "came_from", "version" FROM `units`;
DROP TABLE `units`;
ALTER TABLE `__new_units` RENAME TO `units`;
CREATE UNIQUE INDEX `units_room_once` ON `units` (`building_id`,`entrance`,`floor`,`room_no`);
CREATE INDEX `units_of_state` ON `units` (`commercial_state`);
CREATE INDEX `units_of_import` ON `units` (`import_id`);
