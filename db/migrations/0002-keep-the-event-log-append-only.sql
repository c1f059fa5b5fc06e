CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_changes_never_change BEFORE UPDATE ON event_changes BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_changes_never_go BEFORE DELETE ON event_changes BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
