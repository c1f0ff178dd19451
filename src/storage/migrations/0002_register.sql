-- Who provides care, under what contract, and what is known of them. Nothing is overwritten: a row that no longer holds
-- gets superseded_at, so that the register can be read as recorded at any moment.

create table provider (
  id $int not null primary key,
  kvk $text not null unique,
  name $text not null,   -- the newest; provider_name has them all
  folded $text not null, -- to search and sort by
  recorded_at $int not null,
  contact_person $text,
  email $text,
  phone $text,
  merged_into $int references provider (id),
  version $int not null
) $strict;
create index provider_by_name on provider (folded, id);

create table import (
  id $int not null primary key,
  kind $text not null,
  file_name $text not null,
  sha256 $text not null,
  rows $int not null,
  taken $int not null,
  unchanged $int not null,
  superseded $int not null,
  left_out $int not null,
  report $bytes not null, -- compressed JSON
  account_id $int not null,
  recorded_at $int not null
) $strict;

create table column_mapping (
  name $text not null primary key,
  mapping $text not null, -- JSON: column of the file to column of ours
  version $int not null,
  recorded_at $int not null
) $strict;

create table source (
  id $int not null primary key,
  kind $text not null,
  name $text not null,
  document $text not null,
  document_date $text,
  ground $text not null,
  purpose $text not null,
  term_months $int not null,
  recorded_at $int not null,
  unique (kind, name, document)
) $strict;

create table provider_name (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  name $text not null,
  folded $text not null,
  valid_from $text not null,
  import_id $int not null,
  recorded_at $int not null,
  superseded_at $int
) $strict;
create index provider_name_of_provider on provider_name (provider_id);

create table service_period (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  valid_from $text not null,
  valid_until $text,
  import_id $int not null,
  recorded_at $int not null,
  superseded_at $int
) $strict;
create index service_period_of_provider on service_period (provider_id);

create table award (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  number $text not null,
  kind $text not null,
  status $text not null,
  awarded_on $text not null,
  import_id $int not null,
  recorded_at $int not null,
  superseded_at $int
) $strict;
create index award_of_provider on award (provider_id);

create table contract_line (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  contract $text not null,
  award $text not null,
  lot $text not null,
  product $text not null,
  municipality $text not null references municipality (code),
  yearly_value $int, -- eurocents; null: not known
  clients $int,      -- null: not known
  valid_from $text not null,
  valid_until $text,
  import_id $int not null,
  recorded_at $int not null,
  superseded_at $int
) $strict;
create index contract_line_of_provider on contract_line (provider_id, municipality);
create index contract_line_in_municipality on contract_line (municipality, provider_id);
-- Holds all that the totals of a list add up: they are found without opening a row.
create index contract_line_that_holds on contract_line (provider_id, municipality, valid_from, valid_until, yearly_value, clients)
where superseded_at is null;

create table relation (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  role $text not null,
  party_kind $text not null,
  name $text not null,
  folded $text not null,
  number $text not null,
  address $text not null,
  valid_from $text,
  valid_until $text,
  source_id $int not null references source (id),
  known_on $text not null,
  import_id $int not null,
  recorded_at $int not null,
  superseded_at $int
) $strict;
create index relation_of_provider on relation (provider_id);
create index relation_by_name on relation (folded, provider_id);

-- One fact with its three times: period, known_on, recorded_at (decision 1). A number, amount (eurocents), boolean (0, 1)
-- or date (days since 1970-01-01) stands in `number`, a choice in `choice`. provider_id comes first in the key, and the
-- only foreign key is to provider, so that the table can be spread over machines (decision 33).
create table fact (
  provider_id $int not null references provider (id),
  id $int not null,
  fact $text not null,
  period $text not null,
  number $real,
  choice $text,
  known_on $text not null,
  source_id $int not null,
  import_id $int not null, -- 0: by a correction
  account_id $int not null,
  recorded_at $int not null,
  superseded_at $int,
  superseded_by $int,
  primary key (provider_id, id),
  check ((number is null) <> (choice is null))
) $strict;
create index fact_of_cell on fact (provider_id, fact, period);

-- A dispute or correction. The cell is unknown to every screening from opened_at until decided_at (decision 4).
create table correction (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  fact $text not null,
  period $text not null,
  fact_id $int not null,       -- the row that was found wrong; 0 when nothing was known
  kind $text not null,
  number $real,                -- what it should be, when the proposer knows
  choice $text,
  known_on $text,
  source_id $int,
  reason $text not null,
  opened_by $int not null references account (id),
  opened_at $int not null,
  due_on $text not null,
  decided_by $int references account (id),
  decided_at $int,
  outcome $text,
  decision_reason $text,
  new_fact_id $int
) $strict;
create index correction_of_provider on correction (provider_id);

create table merge (
  id $int not null primary key,
  provider_id $int not null references provider (id), -- that stays
  merged_id $int not null references provider (id),   -- that went up in it
  reason $text not null,
  account_id $int not null,
  recorded_at $int not null
) $strict;
