import { useId, useState, type FormEvent } from 'react';
import { stringifySearch } from '../../app/search';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { TextField } from '../../ui/text-field/TextField';
import { ReplaceList } from './ReplaceList';
import type { UrgencySearch } from './search';
import { useSaveList, type OwnList } from './use-own-lists';

interface Props {
  search: UrgencySearch;
  /** The lists that there are already. */
  lists: OwnList[];
}

/** What an address cannot hold as one part of a path. */
const impossible = /[/\\]/g;

/** Keeps what is shown now under a name; a name that is taken is asked about first. */
export function SaveList({ search, lists }: Props) {
  const t = useText();
  const id = useId();
  const save = useSaveList();
  const [name, setName] = useState('');
  const [first, setFirst] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [asked, ask] = useState<OwnList | null>(null);
  const naam = name.replaceAll(impossible, '-').trim();
  const list = { naam, zoekopdracht: stringifySearch({ ...search }).replace(/^\?/, ''), standaard: first };
  const taken = lists.find((each) => each.naam === naam);

  const keep = () => {
    ask(null);
    save.mutate(list, { onSuccess: () => setName('') });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(naam === '');
    if (naam === '' || save.isPending) return;
    if (taken) ask(taken);
    else keep();
  };
  const fault = isMissing ? 'urgency-list.own.no-name' : save.isError && 'urgency-list.own.failed';
  return (
    <form className="own-lists__form" onSubmit={submit} noValidate>
      <TextField
        id={id}
        label={t('urgency-list.own.name')}
        maxLength={100}
        value={name}
        error={fault ? t(fault) : undefined}
        onChange={(event) => {
          setName(event.target.value);
          setMissing(false);
        }}
      />
      <CheckboxField
        label={t('urgency-list.own.first')}
        checked={first}
        onChange={(event) => setFirst(event.target.checked)}
      />
      <Button type="submit" busy={save.isPending}>
        {t('urgency-list.own.save')}
      </Button>
      {save.isSuccess && name === '' && !isMissing && (
        <p className="own-lists__saved" role="status">
          {t('urgency-list.own.saved', { name: save.variables.naam })}
        </p>
      )}
      {asked && <ReplaceList old={asked} next={search} onReplace={keep} onClose={() => ask(null)} />}
    </form>
  );
}
