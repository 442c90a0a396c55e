-- What the reconciliation of a release said, written once when the release was published and never again.
CREATE TABLE comparison (
    release {integer} NOT NULL REFERENCES release (number),
    code {text} NOT NULL,
    position {integer} NOT NULL,
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
    declared_claims {text},
    declared_others {text},
    received_amount {text},
    received_amount_key {text},
    received_known {integer},
    received_absent {text},
    received_lower_bound {boolean},
    received_stand_in {boolean},
    received_claims {text},
    received_others {text},
    pledged_amount {text},
    pledged_amount_key {text},
    pledged_known {integer},
    pledged_absent {text},
    pledged_lower_bound {boolean},
    pledged_stand_in {boolean},
    pledged_claims {text},
    pledged_others {text},
    PRIMARY KEY (release, code)
) {strict};
CREATE INDEX comparison_country ON comparison (release, country, code);
CREATE INDEX comparison_mine ON comparison (release, mine, code);
CREATE INDEX comparison_payer ON comparison (release, payer, code);
CREATE INDEX comparison_recipient ON comparison (release, recipient, code);
CREATE INDEX comparison_stream ON comparison (release, stream, code);
CREATE INDEX comparison_case ON comparison (release, "case", code);
CREATE INDEX comparison_part_of ON comparison (release, part_of, code);
CREATE INDEX comparison_gap ON comparison (release, gap_key, code);

CREATE TABLE verdict (
    release {integer} NOT NULL,
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
    PRIMARY KEY (release, comparison, question),
    FOREIGN KEY (release, comparison) REFERENCES comparison (release, code)
) {strict};
CREATE UNIQUE INDEX verdict_gap_code ON verdict (release, gap_code);
CREATE INDEX verdict_gap_amount ON verdict (release, amount_key, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_percent ON verdict (release, percent_key, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_country ON verdict (release, country, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_mine ON verdict (release, mine, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_payer ON verdict (release, payer, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_recipient ON verdict (release, recipient, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_gap_state ON verdict (release, state, gap_code) WHERE gap_code IS NOT NULL;
CREATE INDEX verdict_holder ON verdict (release, holder, gap_code) WHERE holder IS NOT NULL;
CREATE INDEX verdict_outcome ON verdict (release, outcome, kind, reason);

-- Which claims a comparison was made of. A claim may stand in two columns.
CREATE TABLE comparison_claim (
    release {integer} NOT NULL,
    comparison {text} NOT NULL,
    claim {text} NOT NULL,
    in_column {text} NOT NULL,
    is_other {boolean} NOT NULL,
    PRIMARY KEY (release, comparison, claim, in_column),
    FOREIGN KEY (release, comparison) REFERENCES comparison (release, code)
) {strict};
CREATE INDEX comparison_claim_claim ON comparison_claim (release, claim);

CREATE TABLE doubt (
    release {integer} NOT NULL REFERENCES release (number),
    position {integer} NOT NULL,
    country {text} NOT NULL,
    kind {text} NOT NULL,
    cause {text} NOT NULL,
    difference {text},
    unit {text},
    note {text},
    PRIMARY KEY (release, position)
) {strict};
CREATE INDEX doubt_country ON doubt (release, country, position);

CREATE TABLE doubt_claim (
    release {integer} NOT NULL,
    doubt {integer} NOT NULL,
    position {integer} NOT NULL,
    claim {text} NOT NULL,
    PRIMARY KEY (release, doubt, position),
    FOREIGN KEY (release, doubt) REFERENCES doubt (release, position)
) {strict};
CREATE INDEX doubt_claim_claim ON doubt_claim (release, claim);

CREATE TABLE sum_check (
    release {integer} NOT NULL REFERENCES release (number),
    position {integer} NOT NULL,
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
    PRIMARY KEY (release, position)
) {strict};
CREATE INDEX sum_check_claim ON sum_check (release, claim);

CREATE TABLE sum_part (
    release {integer} NOT NULL,
    sum_check {integer} NOT NULL,
    position {integer} NOT NULL,
    claim {text} NOT NULL,
    PRIMARY KEY (release, sum_check, position),
    FOREIGN KEY (release, sum_check) REFERENCES sum_check (release, position)
) {strict};
CREATE INDEX sum_part_claim ON sum_part (release, claim);

CREATE TABLE set_aside (
    release {integer} NOT NULL REFERENCES release (number),
    claim {text} NOT NULL,
    reason {text} NOT NULL,
    PRIMARY KEY (release, claim, reason)
) {strict};

-- Exact sums over comparisons that are not parts of others: what `totals` adds up, however many claims there are.
CREATE TABLE figure (
    id {id},
    release {integer} NOT NULL REFERENCES release (number),
    country {text} NOT NULL,
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
CREATE INDEX figure_release ON figure (release, country, mine, stream, year);

-- An example as the engine worked it, by the rules of the release.
CREATE TABLE worked_example (
    release {integer} NOT NULL REFERENCES release (number),
    example {text} NOT NULL,
    -- The figures it starts from, and the working line by line: JSON.
    given {text} NOT NULL,
    working {text} NOT NULL,
    PRIMARY KEY (release, example)
) {strict};
