-- password_hash is null until the account's one-time link has been used.
-- version counts every change after which open sessions must end: password, roles, home department, disabling.
-- home_department_id has no foreign key: departments lie in a module above this one.
CREATE TABLE app_user (
    id                 BIGINT       NOT NULL PRIMARY KEY,
    username           VARCHAR(80)  NOT NULL,
    name               VARCHAR(120) NOT NULL,
    password_hash      VARCHAR(200),
    home_department_id BIGINT,
    language           VARCHAR(2),
    theme              VARCHAR(5),
    enabled            BOOLEAN      NOT NULL,
    demo               BOOLEAN      NOT NULL,
    version            INT          NOT NULL,
    failed_sign_ins    INT          NOT NULL,
    locked_until       DATETIME(6),
    created_at         DATETIME(6)  NOT NULL,
    last_sign_in_at    DATETIME(6),
    CONSTRAINT app_user_username UNIQUE (username)
);

CREATE TABLE app_user_role (
    user_id BIGINT      NOT NULL,
    role    VARCHAR(12) NOT NULL,
    PRIMARY KEY (user_id, role),
    CONSTRAINT app_user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

-- token_hash: SHA-256 of the link's token, in hexadecimal. user_id is null for the first administrator, who is yet to be made.
CREATE TABLE one_time_link (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id    BIGINT,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at    DATETIME(6),
    CONSTRAINT one_time_link_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

-- at_start_up: set by configuration, replaced when that changes.
CREATE TABLE api_token (
    id           BIGINT       NOT NULL PRIMARY KEY,
    name         VARCHAR(120) NOT NULL,
    token_hash   VARCHAR(64)  NOT NULL,
    scopes       VARCHAR(400) NOT NULL,
    at_start_up  BOOLEAN      NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    last_used_at DATETIME(6),
    revoked_at   DATETIME(6),
    CONSTRAINT api_token_hash UNIQUE (token_hash)
);

-- user_id: negative for an API token, 0 for Baton itself. subject names customers by id only.
CREATE TABLE audit_entry (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    happened_at DATETIME(6)  NOT NULL,
    user_id     BIGINT       NOT NULL,
    username    VARCHAR(120) NOT NULL,
    action      VARCHAR(60)  NOT NULL,
    subject     VARCHAR(200) NOT NULL,
    reason      VARCHAR(400)
);
CREATE INDEX audit_entry_newest ON audit_entry (happened_at, id);
