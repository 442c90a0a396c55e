-- What the reconciliation of a release said. A row is part of release N if first_release <= N and (last_release is NULL or
-- last_release >= N): what a new release does not touch is not written again, and what it replaces ends with the one before.
CREATE TABLE comparison (
    -- Comparisons are written as they are made; the release, which counts them, at the end of the same transaction.
    first_release {integer} NOT NULL REFERENCES release (number) DEFERRABLE INITIALLY DEFERRED,
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    "case" {text},
    country {text} NOT NULL,
    mine {text},
    payer {text},
    recipient {text},
    stream {text} NOT NULL,
    from_day {text},
    to_day {text},
    event {text},
    currency {text},
    part_of {text},
    -- The greatest gap's key, for sorting; NULL where there is no published gap.
    gap_key {text},
    -- There is a due where due_minimum is not NULL; its amount may still be unknown.
    due_amount {text},
    due_currency {text},
    due_amount_key {text},
    due_exact {text},
    due_rival {text},
    due_minimum {boolean},
    due_lower_bound {boolean},
    due_missing {text},
    due_reason {text},
    due_rule {text},
    due_working {text},
    due_conversions {text},
    due_claims {text},
    -- Other versions of the rule that some hold to be in force, and what each beneficiary is due.
    rivals {text},
    shares {text},
    -- A side said something where its known is not NULL.
    declared_amount {text},
    declared_amount_key {text},
    declared_known {integer},
    declared_absent {text},
    declared_lower_bound {boolean},
    declared_stand_in {boolean},
    declared_conversions {text},
    declared_claims {text},
    declared_others {text},
    received_amount {text},
    received_amount_key {text},
    received_known {integer},
    received_absent {text},
    received_lower_bound {boolean},
    received_stand_in {boolean},
    received_conversions {text},
    received_claims {text},
    received_others {text},
    pledged_amount {text},
    pledged_amount_key {text},
    pledged_known {integer},
    pledged_absent {text},
    pledged_lower_bound {boolean},
    pledged_stand_in {boolean},
    pledged_conversions {text},
    pledged_claims {text},
    pledged_others {text},
    PRIMARY KEY (first_release, code)
) {strict};
CREATE INDEX comparison_country ON comparison (country, code);
CREATE INDEX comparison_mine ON comparison (mine, code);
CREATE INDEX comparison_payer ON comparison (payer, code);
CREATE INDEX comparison_recipient ON comparison (recipient, code);
CREATE INDEX comparison_stream ON comparison (stream, code);
CREATE INDEX comparison_case ON comparison ("case", code);
CREATE INDEX comparison_part_of ON comparison (part_of, code);
CREATE INDEX comparison_code ON comparison (code, first_release);
CREATE INDEX comparison_gap ON comparison (gap_key, code);

CREATE TABLE verdict (
    first_release {integer} NOT NULL,
    last_release {integer} REFERENCES release (number),
    comparison {text} NOT NULL,
    position {integer} NOT NULL,
    question {text} NOT NULL,
    outcome {text} NOT NULL,
    kind {text},
    reason {text},
    in_column {text},
    amount {text},
    amount_key {text},
    percent {text},
    percent_key {text},
    low {text},
    high {text},
    floor_missing {boolean} NOT NULL,
    days {integer},
    penalty {text},
    due_by {text},
    holder {text},
    explained {text},
    explained_note {text},
    open_question {text},
    alternatives {text} NOT NULL,
    -- Of a gap. It is published unless a reviewer's question is open.
    gap_code {text},
    state {text} CHECK (state IN ('open', 'questioned', 'explained')),
    -- Of its comparison, so that gaps are filtered and sorted without a join.
    country {text} NOT NULL,
    mine {text},
    payer {text},
    recipient {text},
    stream {text} NOT NULL,
    currency {text},
    CHECK ((gap_code IS NULL) = (state IS NULL)),
    PRIMARY KEY (first_release, comparison, question),
    FOREIGN KEY (first_release, comparison) REFERENCES comparison (first_release, code)
) {strict};
CREATE UNIQUE INDEX verdict_gap_code ON verdict (gap_code, first_release);
CREATE INDEX verdict_gap_amount ON verdict (amount_key, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_percent ON verdict (percent_key, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_country ON verdict (country, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_mine ON verdict (mine, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_payer ON verdict (payer, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_recipient ON verdict (recipient, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_state ON verdict (state, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_holder ON verdict (holder, gap_code) WHERE holder IS NOT NULL;
CREATE INDEX verdict_comparison ON verdict (comparison);
CREATE INDEX verdict_outcome ON verdict (outcome, kind, reason);

-- Which claims a comparison was made of. A claim may stand in two columns.
CREATE TABLE comparison_claim (
    first_release {integer} NOT NULL,
    last_release {integer} REFERENCES release (number),
    comparison {text} NOT NULL,
    claim {text} NOT NULL,
    in_column {text} NOT NULL,
    is_other {boolean} NOT NULL,
    PRIMARY KEY (first_release, comparison, claim, in_column),
    FOREIGN KEY (first_release, comparison) REFERENCES comparison (first_release, code)
) {strict};
CREATE INDEX comparison_claim_claim ON comparison_claim (claim);
CREATE INDEX comparison_claim_comparison ON comparison_claim (comparison);

CREATE TABLE doubt (
    first_release {integer} NOT NULL REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    -- From what it says, and a text that sorts as the reconciliation does.
    code {text} NOT NULL,
    place {text} NOT NULL,
    country {text} NOT NULL,
    kind {text} NOT NULL,
    cause {text} NOT NULL,
    difference {text},
    unit {text},
    note {text},
    PRIMARY KEY (first_release, code)
) {strict};
CREATE INDEX doubt_place ON doubt (place);
CREATE INDEX doubt_country ON doubt (country, place);

CREATE TABLE doubt_claim (
    first_release {integer} NOT NULL,
    last_release {integer} REFERENCES release (number),
    doubt {text} NOT NULL,
    position {integer} NOT NULL,
    claim {text} NOT NULL,
    PRIMARY KEY (first_release, doubt, position),
    FOREIGN KEY (first_release, doubt) REFERENCES doubt (first_release, code)
) {strict};
CREATE INDEX doubt_claim_claim ON doubt_claim (claim);

CREATE TABLE sum_check (
    first_release {integer} NOT NULL REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    place {text} NOT NULL,
    claim {text} NOT NULL,
    unit {text} NOT NULL,
    printed {text} NOT NULL,
    computed {text} NOT NULL,
    difference {text} NOT NULL,
    agrees {boolean} NOT NULL,
    "some" {boolean} NOT NULL,
    of_difference {boolean} NOT NULL,
    -- Of a printed result: the rule that it should be the result of.
    rule {text},
    -- Of a difference: what its right-hand figure would have to be.
    would_be {text},
    PRIMARY KEY (first_release, code)
) {strict};
CREATE INDEX sum_check_claim ON sum_check (claim);

CREATE TABLE sum_part (
    first_release {integer} NOT NULL,
    last_release {integer} REFERENCES release (number),
    sum_check {text} NOT NULL,
    position {integer} NOT NULL,
    claim {text} NOT NULL,
    PRIMARY KEY (first_release, sum_check, position),
    FOREIGN KEY (first_release, sum_check) REFERENCES sum_check (first_release, code)
) {strict};
CREATE INDEX sum_part_claim ON sum_part (claim);

CREATE TABLE set_aside (
    first_release {integer} NOT NULL REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    claim {text} NOT NULL,
    reason {text} NOT NULL,
    PRIMARY KEY (first_release, claim, reason)
) {strict};

-- Exact sums over comparisons that are not parts of others: what `totals` adds up, however many claims there are.
CREATE TABLE figure (
    id {id},
    first_release {integer} NOT NULL REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    country {text} NOT NULL,
    "case" {text},
    mine {text},
    stream {text} NOT NULL,
    year {integer},
    -- NULL where nobody named an amount: absences count without a currency too.
    currency {text},
    in_column {text} NOT NULL,
    -- NULL where nothing is known, or (known > 0) where the sum has more digits than can be kept exactly.
    amount {text},
    known {integer} NOT NULL,
    absent {integer} NOT NULL,
    lower_bound {boolean} NOT NULL
) {strict};
CREATE INDEX figure_release ON figure (country, mine, stream, year);
CREATE INDEX set_aside_claim ON set_aside (claim);

-- An example as the engine worked it, by the rules of the release.
CREATE TABLE worked_example (
    release {integer} NOT NULL REFERENCES release (number),
    example {text} NOT NULL,
    -- The figures it starts from, and the working line by line: JSON.
    given {text} NOT NULL,
    working {text} NOT NULL,
    PRIMARY KEY (release, example)
) {strict};
