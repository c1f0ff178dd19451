import { Link } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { parseSearch, stringifySearch } from '../../app/search';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { Disclosure } from '../../ui/disclosure/Disclosure';
import { TextField } from '../../ui/text-field/TextField';
import { readSearch, type UrgencySearch } from './search';
import { useDeleteList, useOwnLists, useSaveList, type OwnList } from './use-own-lists';

/** The lists that the reader keeps: open one, keep what is shown now, or take one away. */
export function OwnLists({ search }: { search: UrgencySearch }) {
  const t = useText();
  const { data: lists = [] } = useOwnLists();
  return (
    <Disclosure className="own-lists" label={t('urgency-list.own.title')}>
      {lists.length === 0 ? (
        <p className="own-lists__none">{t('urgency-list.own.none')}</p>
      ) : (
        <ul className="own-lists__items">
          {lists.map((list) => (
            <Item key={list.naam} list={list} />
          ))}
        </ul>
      )}
      <SaveForm search={search} />
    </Disclosure>
  );
}

function Item({ list: { naam, zoekopdracht, standaard } }: { list: OwnList }) {
  const t = useText();
  const remove = useDeleteList();
  return (
    <li className="own-lists__item">
      <span>
        <Link className="nl-link" to="/urgentielijst" search={readSearch(parseSearch(zoekopdracht))}>
          {naam}
        </Link>
        {standaard && <span className="urgency-list__detail">{t('urgency-list.own.opens-first')}</span>}
      </span>
      <Button
        look="subtle"
        busy={remove.isPending}
        aria-label={t('urgency-list.own.delete-named', { name: naam })}
        onClick={() => remove.mutate(naam)}
      >
        {t('urgency-list.own.delete')}
      </Button>
    </li>
  );
}

/** What an address cannot hold as one part of a path. */
const impossible = /[/\\]/g;

function SaveForm({ search }: { search: UrgencySearch }) {
  const t = useText();
  const id = useId();
  const save = useSaveList();
  const [name, setName] = useState('');
  const [first, setFirst] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const naam = name.replaceAll(impossible, '-').trim();
    if (naam === '' || save.isPending) return;
    const zoekopdracht = stringifySearch({ ...search }).replace(/^\?/, '');
    save.mutate({ naam, zoekopdracht, standaard: first }, { onSuccess: () => setName('') });
  };
  return (
    <form className="own-lists__form" onSubmit={submit}>
      <TextField
        id={id}
        label={t('urgency-list.own.name')}
        maxLength={100}
        required
        value={name}
        error={save.isError ? t('urgency-list.own.failed') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <CheckboxField
        label={t('urgency-list.own.first')}
        checked={first}
        onChange={(event) => setFirst(event.target.checked)}
      />
      <Button type="submit" busy={save.isPending}>
        {t('urgency-list.own.save')}
      </Button>
    </form>
  );
}
