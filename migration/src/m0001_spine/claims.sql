-- One party's statement of one amount, or of its absence: the pack's own words, what was read out of them, and the place.
CREATE TABLE claim (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    pack_id {text} NOT NULL,
    -- As the pack wrote it.
    "case" {text},
    kind {text},
    mine {text},
    payer {text},
    recipient {text},
    stream {text} NOT NULL,
    nature {text},
    side {text} NOT NULL,
    role {text} NOT NULL,
    period_from {text},
    period_to {text},
    period_label {text},
    event {text},
    amount {text},
    currency {text},
    unit {text},
    absence {text},
    precision {text} NOT NULL,
    paid_on {text},
    stated_by {text},
    stated_on {text},
    source {text} NOT NULL,
    pack_country {text},
    pack_precision {text},
    as_printed {text},
    note {text},
    -- What was read out of it.
    country {text} NOT NULL,
    from_day {text},
    to_day {text},
    event_key {text},
    amount_key {text},
    -- Where it stands.
    document_sha256 {text} NOT NULL REFERENCES document (sha256),
    file {text} NOT NULL,
    line {integer} NOT NULL,
    "column" {text},
    cell {text},
    raw {text} NOT NULL,
    -- An amount or the reason for its absence: never both, never neither.
    CHECK ((amount IS NULL) <> (absence IS NULL)),
    CHECK ((amount IS NULL) = (amount_key IS NULL))
) {strict};
CREATE UNIQUE INDEX claim_code ON claim (code, disclosure);
CREATE INDEX claim_disclosure ON claim (disclosure);
CREATE INDEX claim_document ON claim (document_sha256, code);
CREATE INDEX claim_country ON claim (country, code);
CREATE INDEX claim_mine ON claim (mine, code);
CREATE INDEX claim_payer ON claim (payer, code);
CREATE INDEX claim_recipient ON claim (recipient, code);
CREATE INDEX claim_stream ON claim (stream, code);
CREATE INDEX claim_side_role ON claim (side, role, code);
CREATE INDEX claim_case ON claim ("case", code);
CREATE INDEX claim_amount ON claim (currency, amount_key, code);
CREATE INDEX claim_amount_key ON claim (amount_key, code);

-- What a person recorded about a claim: in a disclosure, or (without one) as a reviewer, of a gap that the claim stands in.
CREATE TABLE remark (
    id {id},
    disclosure {integer} REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    -- As the pack wrote it.
    claim {text} NOT NULL,
    kind {text} NOT NULL,
    value {text},
    note {text},
    -- What was read out of it: public codes of claims (JSON), a word, the public code of a gap.
    claim_code {text} NOT NULL,
    others {text} NOT NULL,
    word {text},
    gap {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX remark_claim_code ON remark (claim_code);
CREATE INDEX remark_disclosure ON remark (disclosure);

-- What reviewers did about gaps, in order. Nothing is ever changed here (see the triggers): a remark that was added is in
-- force, from the next release on, until one of these lines ends it. The person is never public.
CREATE TABLE gap_act (
    id {id},
    at {text} NOT NULL,
    actor {text} NOT NULL REFERENCES actor (code),
    act {text} NOT NULL CHECK (act IN
        ('explain_gap', 'ask_question', 'answer_question', 'withdraw_question', 'withdraw_explanation')),
    gap {text} NOT NULL,
    adds {integer} REFERENCES remark (id),
    ends {integer} REFERENCES remark (id),
    reason {text},
    CHECK (adds IS NOT NULL OR (ends IS NOT NULL AND reason IS NOT NULL))
) {strict};
CREATE INDEX gap_act_gap ON gap_act (gap);
CREATE INDEX gap_act_ends ON gap_act (ends);
