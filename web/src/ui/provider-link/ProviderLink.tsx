import { Link } from '@tanstack/react-router';
import { beginWalk } from './walk';

/** A provider by name, which leads to its dossier. */
export function ProviderLink({ id, name }: { id: number; name: string }) {
  const dossier: string = `/aanbieders/${id}`;
  return (
    <Link className="nl-link" to={dossier} onClick={(event) => beginWalk(event.currentTarget)}>
      {name}
    </Link>
  );
}
