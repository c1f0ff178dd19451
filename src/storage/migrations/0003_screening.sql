-- Models and what they said. Immutable: a new run is a new row.

create table model_version (
  hash $text not null primary key,
  name $text not null,
  version $text not null,
  content $bytes not null, -- compressed JSON: path to text, as in the folder
  account_id $int not null,
  recorded_at $int not null
) $strict;

create table screening (
  id $int not null primary key,
  kind $text not null check (kind in ('volledig', 'correctie')),
  model_hash $text not null references model_version (hash),
  reference_date $text not null, -- D: facts known on or before
  recorded_until $int not null,  -- T: facts recorded at or before
  phase $text not null,
  trial $int not null,
  context_of $int not null,      -- the full run whose context counts; itself for a full one
  context $bytes not null,       -- compressed JSON
  providers $int not null,
  digest $text not null,         -- SHA-256 over the hashes of all explanations in order
  job_id $int not null,
  account_id $int not null,
  recorded_at $int not null,
  facts_destroyed_at $int        -- since then it cannot be made again (decision 34)
) $strict;

create table assessment (
  provider_id $int not null references provider (id),
  screening_id $int not null,
  colour $text not null,
  sub_category $text,
  settled $int not null,
  lowest $int not null,
  highest $int not null,
  known_points $int not null, -- completeness: of all_points
  all_points $int not null,
  order_key $text not null,   -- sorts a list: reds by urgency, then orange, grey and green, the highest score first
  summary $text not null,     -- JSON for lists: possible colours, heaviest reasons, how many facts are missing
  sha256 $text not null,
  primary key (provider_id, screening_id)
) $strict;
create index assessment_of_screening on assessment (screening_id, order_key);

-- Why, apart from the outcome: lists read the one and not the other. Its row goes when it is destroyed.
create table explanation (
  provider_id $int not null references provider (id),
  screening_id $int not null,
  content $bytes not null, -- compressed JSON
  primary key (provider_id, screening_id)
) $strict;

-- An assessment that read a cell which was disputed or corrected since. The assessment itself never changes.
create table assessment_mark (
  provider_id $int not null references provider (id),
  screening_id $int not null,
  correction_id $int not null references correction (id),
  primary key (provider_id, screening_id, correction_id)
) $strict;
