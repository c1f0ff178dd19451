import { Link } from '@tanstack/react-router';
import { parseSearch } from '../../app/search';
import { useText } from '../../locales/Language';
import { placeIn, type Stop } from '../../ui/provider-link/walk';

/** Back to the list that this dossier was opened from, and on to the ones beside it. */
export function WalkBar({ id }: { id: number }) {
  const t = useText();
  const place = placeIn(`/aanbieders/${id}`);
  if (!place) return null;
  const [path = '', search = ''] = place.list.split('?');
  return (
    <nav className="walk" aria-label={t('dossier.walk')}>
      <Link className="nl-link" to={path} search={parseSearch(search)}>
        {t('dossier.walk.list', { number: place.number, count: place.count })}
      </Link>
      <Beside stop={place.previous} label="dossier.walk.previous" />
      <Beside stop={place.next} label="dossier.walk.next" />
    </nav>
  );
}

function Beside({ stop, label }: { stop: Stop | undefined; label: string }) {
  const t = useText();
  if (!stop) return null;
  return (
    <Link className="nl-link" to={stop.href}>
      {t(label, { name: stop.name })}
    </Link>
  );
}
