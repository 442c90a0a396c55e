-- Who may do something. The person who reported is never public: nothing of this file is readable without a right.
CREATE TABLE actor (
    id {id},
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    organisation {text} NOT NULL,
    role {text} NOT NULL CHECK (role IN ('member', 'reviewer', 'coordinator', 'operator')),
    created_at {text} NOT NULL
) {strict};

-- Only the hash of a token is kept: who reads this table cannot act as anyone.
CREATE TABLE api_token (
    hash {text} NOT NULL PRIMARY KEY,
    actor {integer} NOT NULL REFERENCES actor (id),
    scopes {text} NOT NULL,
    created_at {text} NOT NULL,
    expires_at {text},
    revoked_at {text}
) {strict};
CREATE INDEX api_token_actor ON api_token (actor);
