-- What was published, when, by which program, under which policy. Rows are written once (see the triggers).
CREATE TABLE release (
    number {integer} NOT NULL PRIMARY KEY,
    published_at {text} NOT NULL,
    published_by {text} NOT NULL REFERENCES actor (code),
    note_en {text} NOT NULL,
    note_fr {text} NOT NULL,
    engine {text} NOT NULL,
    pack_sha256 {text} NOT NULL,
    policy_sha256 {text} NOT NULL,
    policy_toml {text} NOT NULL,
    claim_count {integer} NOT NULL,
    comparison_count {integer} NOT NULL,
    gap_count {integer} NOT NULL,
    doubt_count {integer} NOT NULL
) {strict};

-- A file that was sent in, known by its digest. The public name never carries what the sender called it.
CREATE TABLE document (
    sha256 {text} NOT NULL PRIMARY KEY,
    public_name {text} NOT NULL,
    media_type {text} NOT NULL,
    byte_count {integer} NOT NULL,
    received_at {text} NOT NULL,
    kind {text} NOT NULL,
    first_release {integer} REFERENCES release (number)
) {strict};

-- The bytes lie apart so that listing documents never reads them.
CREATE TABLE document_bytes (
    sha256 {text} NOT NULL PRIMARY KEY REFERENCES document (sha256),
    bytes {bytes} NOT NULL
) {strict};

-- One member's submission, reviewed as one.
CREATE TABLE disclosure (
    id {id},
    code {text} NOT NULL UNIQUE,
    document_sha256 {text} NOT NULL UNIQUE REFERENCES document (sha256),
    kind {text} NOT NULL CHECK (kind IN ('pack', 'pack_claims')),
    state {text} NOT NULL CHECK (state IN ('submitted', 'returned', 'approved', 'published')),
    submitted_by {text} NOT NULL REFERENCES actor (code),
    organisation {text} NOT NULL,
    submitted_at {text} NOT NULL,
    claim_count {integer} NOT NULL,
    policy_toml {text},
    reviewed_by {text} REFERENCES actor (code),
    reviewed_at {text},
    return_reason {text},
    harm_check {text},
    release {integer} REFERENCES release (number)
) {strict};
CREATE INDEX disclosure_state ON disclosure (state, id);

-- The files of a disclosure; the first is what it is known by (for a pack: the list of its files' digests).
CREATE TABLE disclosure_document (
    disclosure {integer} NOT NULL REFERENCES disclosure (id),
    position {integer} NOT NULL,
    file {text} NOT NULL,
    document_sha256 {text} NOT NULL REFERENCES document (sha256),
    PRIMARY KEY (disclosure, position)
) {strict};
CREATE INDEX disclosure_document_sha256 ON disclosure_document (document_sha256);
