import { Link } from '@tanstack/react-router';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Disclosure } from '../../ui/disclosure/Disclosure';
import { SaveList } from './SaveList';
import { keptSearch, type UrgencySearch } from './search';
import { useDeleteList, useOwnLists, type OwnList } from './use-own-lists';

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
      <SaveList search={search} lists={lists} />
    </Disclosure>
  );
}

function Item({ list: { naam, zoekopdracht, standaard } }: { list: OwnList }) {
  const t = useText();
  const remove = useDeleteList();
  return (
    <li className="own-lists__item">
      <span>
        <Link className="nl-link" to="/urgentielijst" search={keptSearch(zoekopdracht)}>
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
