ALTER TABLE `approval_steps` ADD `conditions` text DEFAULT '{"signBy":null,"planKept":false,"noFurtherDiscount":false,"text":""}' NOT NULL;
