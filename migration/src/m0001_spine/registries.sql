-- Rows as their packs wrote them; an empty cell is NULL. A row is part of release N if
-- first_release <= N and (last_release is NULL or last_release >= N). first_release is NULL until it is published.
CREATE TABLE country (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    iso3 {text} NOT NULL,
    name_en {text} NOT NULL,
    name_fr {text} NOT NULL,
    currency_codes {text} NOT NULL,
    kp_participant {boolean} NOT NULL,
    note {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX country_code ON country (code, first_release);
CREATE INDEX country_disclosure ON country (disclosure);

CREATE TABLE party (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    country {text} NOT NULL,
    name_en {text} NOT NULL,
    name_fr {text} NOT NULL,
    kind {text} NOT NULL,
    -- As the pack wrote it: some packs name a community after its share.
    pack_kind {text},
    parent {text},
    shares {text},
    note {text},
    source {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX party_code ON party (code, first_release);
CREATE INDEX party_country ON party (country, code);
CREATE INDEX party_disclosure ON party (disclosure);

CREATE TABLE mine (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    country {text} NOT NULL,
    name {text} NOT NULL,
    aliases {text},
    kind {text},
    parent {text},
    operator {text},
    owner_text {text},
    latitude {text},
    longitude {text},
    coordinate_confidence {text},
    status {text},
    source {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX mine_code ON mine (code, first_release);
CREATE INDEX mine_country ON mine (country, code);
CREATE INDEX mine_disclosure ON mine (disclosure);

CREATE TABLE stream (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    name_en {text} NOT NULL,
    name_fr {text} NOT NULL,
    payment_type {text} NOT NULL,
    gfs_code {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX stream_code ON stream (code, first_release);
CREATE INDEX stream_disclosure ON stream (disclosure);

CREATE TABLE source (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    title {text} NOT NULL,
    publisher {text} NOT NULL,
    address {text},
    published_on {text},
    language {text},
    kind {text},
    read {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX source_code ON source (code, first_release);
CREATE INDEX source_disclosure ON source (disclosure);

CREATE TABLE rule (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    country {text} NOT NULL,
    scope {text} NOT NULL,
    mine {text},
    stream {text},
    name_en {text} NOT NULL,
    name_fr {text} NOT NULL,
    payer_kind {text},
    recipient_kind {text},
    force {text} NOT NULL,
    base {text} NOT NULL,
    base_period {text} NOT NULL,
    rate_percent {text},
    fixed_amount {text},
    fixed_currency {text},
    minimum {boolean} NOT NULL,
    split {text},
    share_of {text},
    pool {text},
    split_by {text},
    rival_of {text},
    valuation {text},
    tier {text},
    effective_from {text},
    effective_to {text},
    deadline {text},
    penalty {text},
    legal_basis {text},
    confidence {text},
    source {text} NOT NULL,
    note {text},
    line {integer} NOT NULL
) {strict};
CREATE INDEX rule_code ON rule (code, first_release);
CREATE INDEX rule_country ON rule (country, stream);
CREATE INDEX rule_disclosure ON rule (disclosure);

-- A worked example of a rule, as the pack wrote it.
CREATE TABLE example (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    code {text} NOT NULL,
    rule {text} NOT NULL,
    given {text},
    on_date {text},
    recipient {text},
    expected {text},
    currency {text},
    reason {text},
    arithmetic {text} NOT NULL,
    claim_ids {text},
    source {text},
    note_en {text} NOT NULL,
    note_fr {text} NOT NULL,
    line {integer} NOT NULL,
    -- An amount or the reason for its absence: never both, never neither.
    CHECK ((expected IS NULL) <> (reason IS NULL)),
    CHECK ((expected IS NULL) = (currency IS NULL))
) {strict};
CREATE INDEX example_rule ON example (rule, code);
CREATE INDEX example_disclosure ON example (disclosure);

CREATE TABLE rate (
    id {id},
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    first_release {integer} REFERENCES release (number),
    last_release {integer} REFERENCES release (number),
    from_currency {text} NOT NULL,
    to_currency {text} NOT NULL,
    rate {text} NOT NULL,
    on_date {text},
    year {text},
    kind {text} NOT NULL,
    source {text} NOT NULL,
    line {integer} NOT NULL
) {strict};
CREATE INDEX rate_currencies ON rate (from_currency, to_currency);
CREATE INDEX rate_disclosure ON rate (disclosure);
