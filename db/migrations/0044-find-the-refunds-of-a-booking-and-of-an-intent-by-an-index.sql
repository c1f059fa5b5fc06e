CREATE INDEX `refunds_of_booking` ON `refunds` (`booking_id`) WHERE "booking_id" is not null;
CREATE INDEX `refunds_of_intent` ON `refunds` (`intent_id`) WHERE "intent_id" is not null;
