-- What every installation stands on: its chain, its accounts, its work.

create table schema_version (
  number $int not null primary key,
  name $text not null
) $strict;

create table installation (
  id $int not null primary key check (id = 1),
  kind $text not null check (kind in ('example', 'region')),
  name $text not null,
  recorded_at $int not null,
  installation_key $text not null, -- id of the key that wraps the keys of files and second factors
  audit_key $text not null         -- public key that signs heads of the chain, PEM
) $strict;

-- One row: the head of the audit chain, the moment of the last transaction, the last id given out, and how many
-- transactions changed something; those that only say who looked at what are not counted.
create table chain (
  id $int not null primary key check (id = 1),
  number $int not null,
  hash $text not null,
  recorded_at $int not null,
  last_id $int not null,
  changes $int not null
) $strict;
insert into chain (id, number, hash, recorded_at, last_id, changes)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, 0, 0);

create table audit_entry (
  number $int not null primary key,
  recorded_at $int not null,
  actor_kind $text not null,
  actor_account $int not null,
  actor_through $int not null,
  action $text not null,
  subject_kind $text not null,
  subject_id $int not null,
  provider_id $int not null,
  reference $text not null,
  content_mac $text not null,
  hash $text not null
) $strict;
create index audit_entry_of_provider on audit_entry (provider_id, number);
create index audit_entry_of_account on audit_entry (actor_account, number);

-- What an entry was about, with the salt of its mac. Destroyed with the record; the entry stays.
create table audit_content (
  number $int not null primary key references audit_entry (number),
  salt $bytes not null,
  content $text not null
) $strict;

create table municipality (
  code $text not null primary key, -- CBS
  name $text not null,
  recorded_at $int not null
) $strict;

create table account (
  id $int not null primary key,
  name $text not null unique,
  display_name $text not null,
  provider_id $int,            -- whom an account with role provider speaks for
  password_hash $text not null,
  start_password $int not null, -- given by somebody else: to be changed before anything else
  second_factor $bytes,        -- sealed secret; null until enrolled
  second_factor_pending $bytes, -- sealed secret that no code has confirmed yet
  second_factor_step $int not null, -- the last time step that was used, so that no code works twice
  failed_attempts $int not null,
  locked_until $int,
  blocked_at $int,
  recorded_at $int not null,
  version $int not null
) $strict;

create table account_role (
  id $int not null primary key,
  account_id $int not null references account (id),
  role $text not null,
  municipality $text references municipality (code), -- null: the whole region
  valid_from $text not null,
  valid_until $text,
  law $text,           -- a designation: wmo or jeugdwet
  aspect $text,        -- kwaliteit or rechtmatigheid
  document $text,      -- the designation or mandate
  document_date $text,
  recorded_at $int not null,
  ended_at $int
) $strict;
create index account_role_of_account on account_role (account_id);

create table session (
  id $int not null primary key,
  token_hash $text not null unique,
  account_id $int not null references account (id),
  started_at $int not null,
  used_at $int not null,
  ends_at $int not null,
  ended_at $int
) $strict;
create index session_of_account on session (account_id);

create table api_key (
  id $int not null primary key,
  account_id $int not null references account (id),
  name $text not null,
  token_hash $text not null unique,
  verbs $text not null, -- those of its scope, separated by blanks
  ends_on $text not null,
  recorded_at $int not null,
  ended_at $int
) $strict;

create table job (
  id $int not null primary key,
  kind $text not null,
  arguments $text not null,
  state $text not null check (state in ('wacht', 'bezig', 'klaar', 'mislukt')),
  queued_by $int not null references account (id),
  queued_at $int not null,
  attempts $int not null,
  lease_token $text,
  lease_until $int,
  done $int not null,
  total $int not null,
  ended_at $int,
  result $text,
  reason $text
) $strict;
create index job_to_take on job (state, id);

-- The answer that a write with an Idempotency-Key was given, to be given again.
create table idempotent_answer (
  account_id $int not null references account (id),
  key $text not null,
  request_hash $text not null,
  status $int not null,
  location $text not null,
  body $text not null,
  recorded_at $int not null,
  primary key (account_id, key)
) $strict;

-- What must be arranged before a screening may open work (trial until then).
create table setup_item (
  key $text not null,
  municipality $text not null, -- '' for the whole region
  done_on $text not null,
  document $text not null,
  account_id $int not null,
  recorded_at $int not null,
  model_hash $text not null, -- the version that was adopted; '' for what is not about a model
  primary key (key, municipality)
) $strict;
