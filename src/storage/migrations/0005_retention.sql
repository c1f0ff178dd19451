-- What stays of destroyed assessments: how many a run had of each colour.

create table destroyed_assessment (
  screening_id $int not null references screening (id),
  colour $text not null,
  sub_category $text not null, -- '' where there was none
  providers $int not null,
  primary key (screening_id, colour, sub_category)
) $strict;
create index legal_hold_of_provider on legal_hold (provider_id);
