-- Every act, in order, each line holding the hash of the one before. Nothing is ever changed here (see the triggers).
CREATE TABLE audit_log (
    number {integer} NOT NULL PRIMARY KEY,
    at {text} NOT NULL,
    actor {text} NOT NULL,
    act {text} NOT NULL,
    subject {text} NOT NULL,
    detail {text} NOT NULL,
    prev_hash {text} NOT NULL,
    hash {text} NOT NULL UNIQUE
) {strict};
