-- Evidence, and how long what is kept.

create table file (
  id $int not null primary key,
  provider_id $int references provider (id),
  name $text not null,
  media_type $text not null,
  size $int not null,
  sha256 $text not null, -- over the plain bytes, made by the server
  document_date $text,
  kind $text not null,
  ground $text not null,
  wrapped_key $bytes,    -- null when destroyed
  key_id $text not null, -- of the installation key that wraps it
  account_id $int not null,
  recorded_at $int not null,
  destroyed_at $int
) $strict;
create index file_of_provider on file (provider_id);

create table file_chunk (
  file_id $int not null references file (id),
  nr $int not null,
  content $bytes not null,
  primary key (file_id, nr)
) $strict;

create table legal_hold (
  id $int not null primary key,
  provider_id $int not null references provider (id),
  reason $text not null,
  account_id $int not null,
  recorded_at $int not null,
  lifted_at $int
) $strict;

create table destruction (
  id $int not null primary key,
  report $text not null, -- JSON: counts per record class
  account_id $int not null,
  recorded_at $int not null
) $strict;
