-- What somebody keeps for himself: the providers he follows, and lists under a name of his own.

create table follow (
  account_id $int not null references account (id),
  provider_id $int not null references provider (id),
  recorded_at $int not null,
  primary key (account_id, provider_id)
) $strict;

create table own_list (
  account_id $int not null references account (id),
  name $text not null,
  query $text not null,   -- of the page, as it stands in its address
  standard $int not null, -- the one that opens first
  recorded_at $int not null,
  primary key (account_id, name)
) $strict;
create unique index own_list_standard on own_list (account_id) where standard = 1;
