-- What somebody keeps for himself: the providers he follows, and lists under a name of his own.

create table follow (
  account_id $int not null references account (id),
  provider_id $int not null references provider (id),
  recorded_at $int not null,
  primary key (account_id, provider_id)
) $strict;
